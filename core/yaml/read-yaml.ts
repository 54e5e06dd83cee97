import { LineCounter, type Node, isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments } from 'yaml'
import {
  type RubyHash,
  type RubyValue,
  type Zone,
  isHash,
  numberOf,
  isNumeric,
  float,
  utc,
} from '../ruby/index.ts'
import { DisallowedValue, readScalar } from './scalar.ts'

export interface YamlProblem {
  readonly code: 'yaml.syntax' | 'yaml.unsafe' | 'yaml.too-large'
  readonly message: string
  /** From 1. */
  readonly line: number
}

export interface YamlResult {
  /** Mappings are Maps; see core/ruby for the rest. Undefined where the text cannot be read. */
  readonly value: RubyValue
  readonly problems: readonly YamlProblem[]
}

/** Values an innocent file stays far below and a bomb of nested aliases does not. */
const valueLimit = 2_000_000

/**
 * Reads the first document of a YAML text as Ruby's `Psych.safe_load` does for Jekyll (`permitted_classes: [Date, Time],
 * aliases: true`): the last of two equal keys wins, `<<` merges, symbols and Ruby objects are refused.
 *
 * @param zone where times without an offset are told
 */
export function readYaml(text: string, zone: Zone = utc): YamlResult {
  const lines = new LineCounter()
  const documents = parseAllDocuments(text, {
    version: '1.1',
    schema: 'failsafe',
    uniqueKeys: false,
    strict: true,
    logLevel: 'silent',
    lineCounter: lines,
  })
  const document = 'empty' in documents ? undefined : documents[0]
  if (!document) return { value: undefined, problems: [] }
  const [error] = document.errors
  if (error) {
    const message = error.message.split(' at line ')[0] ?? error.message
    return failure('yaml.syntax', message, lines.linePos(error.pos[0]).line)
  }
  const reader = new NodeReader(zone)
  try {
    return { value: reader.read(document.contents as Node | null), problems: [] }
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) throw thrown
    const offset = thrown.node?.range?.[0] ?? 0
    return failure(thrown.code, thrown.message, lines.linePos(offset).line)
  }
}

function failure(code: YamlProblem['code'], message: string, line: number): YamlResult {
  return { value: undefined, problems: [{ code, message, line }] }
}

class Refusal extends Error {
  readonly code: YamlProblem['code']
  readonly node: Node | undefined

  constructor(code: YamlProblem['code'], message: string, node?: Node) {
    super(message)
    this.code = code
    this.node = node
  }
}

interface Read {
  readonly value: RubyValue
  /** How many values it stands for, aliases counted as often as they are used. */
  readonly size: number
}

class NodeReader {
  readonly #zone: Zone
  readonly #anchors = new Map<string, Read>()

  constructor(zone: Zone) {
    this.#zone = zone
  }

  read(node: Node | null): RubyValue {
    return this.#read(node).value
  }

  #read(node: Node | null): Read {
    if (node === null) return { value: null, size: 1 }
    if (isAlias(node)) {
      const known = this.#anchors.get(node.source)
      if (!known) throw new Refusal('yaml.syntax', `Unknown alias: ${node.source}`, node)
      return known
    }
    const read = this.#readContent(node)
    if (read.size > valueLimit) throw new Refusal('yaml.too-large', 'More values than can be read', node)
    if ('anchor' in node && typeof node.anchor === 'string') this.#anchors.set(node.anchor, read)
    return read
  }

  #readContent(node: Node): Read {
    if (isScalar(node)) return { value: this.#readScalar(node), size: 1 }
    if (isSeq(node)) {
      const items = node.items.map(item => this.#read(pairless(item)))
      return { value: items.map(item => item.value), size: total(items) }
    }
    if (isMap(node)) return this.#readMap(node)
    return { value: null, size: 1 }
  }

  #readScalar(node: { source?: string; value: unknown; type?: string; tag?: string } & Node): RubyValue {
    const text = typeof node.value === 'string' ? node.value : (node.source ?? '')
    if (node.tag?.startsWith('!ruby'))
      throw new Refusal('yaml.unsafe', `Ruby objects are not read: ${node.tag}`, node)
    if (node.tag === '!str' || node.tag === 'tag:yaml.org,2002:str') return text
    if (node.type !== 'PLAIN' && !node.tag) return text
    try {
      const value = readScalar(text, this.#zone)
      const isFloatTag = node.tag === '!float' || node.tag === 'tag:yaml.org,2002:float'
      return isFloatTag && isNumeric(value) ? float(numberOf(value)) : value
    } catch (thrown) {
      if (!(thrown instanceof DisallowedValue)) throw thrown
      throw new Refusal('yaml.unsafe', `Tried to load unspecified class: ${thrown.message}`, node)
    }
  }

  #readMap(node: Node & { items: { key: unknown; value: unknown }[] }): Read {
    const hash: RubyHash = new Map()
    const reads: Read[] = []
    for (const { key, value } of node.items) {
      const keyRead = this.#read(key as Node | null)
      const valueRead = this.#read(value as Node | null)
      reads.push(keyRead, valueRead)
      if (keyRead.value === '<<') merge(hash, valueRead.value)
      else hash.set(keyRead.value, valueRead.value)
    }
    return { value: hash, size: total(reads) }
  }
}

function pairless(item: unknown): Node | null {
  if (isPair(item)) throw new Refusal('yaml.syntax', 'A mapping stands where a list item should')
  return item as Node | null
}

function total(reads: readonly Read[]): number {
  return reads.reduce((sum, read) => sum + read.size, 1)
}

/** `<<: *other`: keys of the other mapping; of several, the first to name a key wins. What is no mapping stays a key. */
function merge(hash: RubyHash, value: RubyValue): void {
  if (isHash(value)) for (const [key, entry] of value) hash.set(key, entry)
  else if (Array.isArray(value) && value.every(isHash))
    for (const other of value.toReversed()) for (const [key, entry] of other) hash.set(key, entry)
  else hash.set('<<', value)
}
