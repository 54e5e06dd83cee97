import {
  type RubyHash,
  type RubyValue,
  type Zone,
  float,
  isHash,
  isNumeric,
  numberOf,
  utc,
} from '../ruby/index.ts'
import { YamlError } from './reader.ts'
import { DisallowedValue, readScalar } from './scalar.ts'
import { Scanner, type Token } from './scanner.ts'

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
/** libyaml's own limit. */
const depthLimit = 1000

/**
 * Reads the first document of a YAML text as Ruby's `Psych.safe_load` does for Jekyll (`permitted_classes: [Date, Time],
 * aliases: true`): the last of two equal keys wins, `<<` merges, symbols and Ruby objects are refused.
 *
 * @param zone where times without an offset are told
 */
export function readYaml(text: string, zone: Zone = utc): YamlResult {
  return read(text, zone, false)
}

/**
 * Reads the YAML of a site's settings or data, where a symbol such as `permalink: :title/` is its text: so SafeYAML has
 * it, which Jekyll's gem reads YAML with. A Jekyll built on Psych stops at such a file and publishes nothing.
 *
 * @param zone where times without an offset are told
 */
export function readSiteYaml(text: string, zone: Zone = utc): YamlResult {
  return read(text, zone, true)
}

function read(text: string, zone: Zone, symbolsAreText: boolean): YamlResult {
  try {
    return { value: new Composer(text, zone, symbolsAreText).readDocument(), problems: [] }
  } catch (error) {
    if (error instanceof Refusal) return failure(error.code, error.message, error.line)
    if (error instanceof YamlError) return failure('yaml.syntax', error.message, error.line)
    throw error
  }
}

function failure(code: YamlProblem['code'], message: string, line: number): YamlResult {
  return { value: undefined, problems: [{ code, message, line }] }
}

class Refusal extends YamlError {
  readonly code: 'yaml.unsafe' | 'yaml.too-large'

  constructor(code: 'yaml.unsafe' | 'yaml.too-large', message: string, line: number) {
    super(message, line)
    this.code = code
  }
}

interface Anchored {
  readonly value: RubyValue
  /** How many values it stands for, aliases counted as often as they are used. */
  readonly size: number
}

interface Properties {
  readonly anchor: string | undefined
  readonly tag: string | undefined
}

/** Builds values from tokens by libyaml's grammar (src/parser.c), and what Psych makes of them. */
class Composer {
  readonly #scanner: Scanner
  readonly #zone: Zone
  readonly #symbolsAreText: boolean
  readonly #anchors = new Map<string, Anchored>()
  /** Values made so far. */
  #size = 0
  #depth = 0

  constructor(text: string, zone: Zone, symbolsAreText: boolean) {
    this.#scanner = new Scanner(text)
    this.#zone = zone
    this.#symbolsAreText = symbolsAreText
  }

  readDocument(): RubyValue {
    const hasDirectives = this.#skip('directive')
    const { type, line } = this.#scanner.peek()
    if (type === 'stream-end') return undefined
    if (type === 'document-start') {
      this.#scanner.next()
      if (this.#isAt('document-start', 'document-end', 'stream-end', 'directive')) return null
    } else if (hasDirectives) {
      throw new YamlError('did not find expected <document start>', line)
    }
    const value = this.#node(true, false)
    // Psych stops at the end of the value, having looked at no more than the next token.
    this.#scanner.peek()
    return value
  }

  #skip(type: Token['type']): boolean {
    let found = false
    while (this.#isAt(type)) {
      this.#scanner.next()
      found = true
    }
    return found
  }

  #isAt(...types: readonly Token['type'][]): boolean {
    return types.includes(this.#scanner.peek().type)
  }

  /**
   * One value with its properties.
   *
   * @param inBlock    whether block collections may stand here
   * @param indentless whether a list may stand here without being indented, as below a key
   */
  #node(inBlock: boolean, indentless: boolean): RubyValue {
    const token = this.#scanner.peek()
    if (token.type === 'alias') return this.#alias(this.#scanner.next())
    const before = this.#size
    const properties = this.#properties()
    if (++this.#depth > depthLimit) throw new Refusal('yaml.too-large', 'exceeded max depth', token.line)
    const value = this.#content(properties, inBlock, indentless)
    this.#depth--
    this.#count(1, token.line)
    if (properties.anchor !== undefined)
      this.#anchors.set(properties.anchor, { value, size: this.#size - before })
    return value
  }

  #count(values: number, line: number): void {
    this.#size += values
    if (this.#size > valueLimit) throw new Refusal('yaml.too-large', 'More values than can be read', line)
  }

  #alias(token: Token): RubyValue {
    const known = this.#anchors.get(token.text)
    if (!known) throw new YamlError(`Unknown alias: ${token.text}`, token.line)
    this.#count(known.size, token.line)
    return known.value
  }

  #properties(): Properties {
    let anchor: string | undefined
    let tag: string | undefined
    while (this.#isAt('anchor', 'tag')) {
      const token = this.#scanner.peek()
      if (token.type === 'anchor' && anchor === undefined) anchor = this.#scanner.next().text
      else if (token.type === 'tag' && tag === undefined) tag = this.#scanner.next().text
      else break
    }
    return { anchor, tag }
  }

  #content({ anchor, tag }: Properties, inBlock: boolean, indentless: boolean): RubyValue {
    const token = this.#scanner.peek()
    if (tag?.startsWith('!ruby'))
      throw new Refusal('yaml.unsafe', `Ruby objects are not read: ${tag}`, token.line)
    if (token.type === 'plain' || token.type === 'quoted') return this.#scalar(this.#scanner.next(), tag)
    if (token.type === 'flow-sequence-start') return this.#flowSequence()
    if (token.type === 'flow-mapping-start') return this.#flowMapping()
    if (indentless && token.type === 'block-entry') return this.#indentlessSequence()
    if (inBlock && token.type === 'block-sequence-start') return this.#blockSequence()
    if (inBlock && token.type === 'block-mapping-start') return this.#blockMapping()
    if (anchor !== undefined || tag !== undefined) return tag?.endsWith('str') ? '' : null
    throw new YamlError('did not find expected node content', token.line)
  }

  #scalar({ type, text, line }: Token, tag: string | undefined): RubyValue {
    if (tag === '!str' || tag === 'tag:yaml.org,2002:str') return text
    if (type === 'quoted' && tag === undefined) return text
    try {
      const value = readScalar(text, this.#zone)
      const isFloatTag = tag === '!float' || tag === 'tag:yaml.org,2002:float'
      if (!isFloatTag) return value
      if (isNumeric(value)) return float(numberOf(value))
      throw new Refusal('yaml.unsafe', `can't convert ${text} into Float`, line)
    } catch (error) {
      if (!(error instanceof DisallowedValue)) throw error
      if (this.#symbolsAreText) return text
      throw new Refusal('yaml.unsafe', `Tried to load unspecified class: ${error.message}`, line)
    }
  }

  #blockSequence(): RubyValue {
    const items: RubyValue[] = []
    this.#scanner.next()
    while (this.#isAt('block-entry')) items.push(this.#entry('block-end'))
    this.#end('block-end', "did not find expected '-' indicator")
    return items
  }

  #indentlessSequence(): RubyValue {
    const items: RubyValue[] = []
    while (this.#isAt('block-entry')) items.push(this.#entry('key', 'value', 'block-end'))
    return items
  }

  #entry(...ends: readonly Token['type'][]): RubyValue {
    this.#scanner.next()
    return this.#isAt('block-entry', ...ends) ? null : this.#node(true, false)
  }

  #end(type: Token['type'], problem: string): void {
    if (!this.#isAt(type)) throw new YamlError(problem, this.#scanner.peek().line)
    this.#scanner.next()
  }

  #blockMapping(): RubyValue {
    const hash: RubyHash = new Map()
    this.#scanner.next()
    while (this.#isAt('key')) {
      const key = this.#blockPart('key', 'value')
      const value = this.#blockPart('value')
      set(hash, key, value)
    }
    this.#end('block-end', 'did not find expected key')
    return hash
  }

  /** The key or the value of a pair; nil where it is left out. */
  #blockPart(type: 'key' | 'value', ...ends: readonly Token['type'][]): RubyValue {
    if (!this.#isAt(type)) return null
    this.#scanner.next()
    return this.#isAt('key', 'block-end', 'value', ...ends) ? null : this.#node(true, true)
  }

  #flowSequence(): RubyValue {
    const items: RubyValue[] = []
    this.#scanner.next()
    while (!this.#isAt('flow-sequence-end')) {
      if (items.length > 0) this.#flowEntry("did not find expected ',' or ']'")
      if (this.#isAt('flow-sequence-end')) break
      items.push(this.#isAt('key') ? this.#flowPair() : this.#node(false, false))
    }
    this.#scanner.next()
    return items
  }

  #flowEntry(problem: string): void {
    this.#end('flow-entry', problem)
  }

  /** `[a: b]`: a mapping of one pair. */
  #flowPair(): RubyValue {
    const key = this.#flowPart('key', 'flow-sequence-end')
    const value = this.#flowPart('value', 'flow-sequence-end')
    const hash: RubyHash = new Map()
    set(hash, key, value)
    return hash
  }

  #flowPart(type: 'key' | 'value', end: Token['type']): RubyValue {
    if (!this.#isAt(type)) return null
    this.#scanner.next()
    return this.#isAt('value', 'flow-entry', end) ? null : this.#node(false, false)
  }

  #flowMapping(): RubyValue {
    const hash: RubyHash = new Map()
    this.#scanner.next()
    let isFirst = true
    while (!this.#isAt('flow-mapping-end')) {
      if (!isFirst) this.#flowEntry("did not find expected ',' or '}'")
      isFirst = false
      if (this.#isAt('flow-mapping-end')) break
      const key = this.#isAt('key')
        ? this.#flowPart('key', 'flow-mapping-end')
        : this.#isAt('value')
          ? null
          : this.#node(false, false)
      set(hash, key, this.#flowPart('value', 'flow-mapping-end'))
    }
    this.#scanner.next()
    return hash
  }
}

/** `<<: *other`: keys of the other mapping; of several, the first to name a key wins. What is no mapping stays a key. */
function set(hash: RubyHash, key: RubyValue, value: RubyValue): void {
  if (key !== '<<') hash.set(key, value)
  else if (isHash(value)) for (const [name, entry] of value) hash.set(name, entry)
  else if (Array.isArray(value) && value.every(isHash))
    for (const other of value.toReversed()) for (const [name, entry] of other) hash.set(name, entry)
  else hash.set('<<', value)
}
