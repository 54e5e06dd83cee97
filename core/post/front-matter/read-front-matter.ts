import { isScalar, isSeq } from 'yaml'
import { type Span, lineStarts, positionAt, sliceSpan } from '../../text/index.ts'
import { type PlainValue, type YamlProblem, toPlain } from '../../yaml/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import type { Field, FieldKind } from './field.ts'
import { readHash } from './read-hash.ts'
import { type SourcePair, topMap } from './yaml-source.ts'

/** The front matter as a form shows it. */
export interface FrontMatter {
  /** The YAML between the marker lines; undefined where there are none. */
  readonly yaml: Span | undefined
  /** In the order of the source. Of a key written twice only the last, which is the one that counts. */
  readonly fields: readonly Field[]
  /** All of it as plain values, as Ruby reads it; dates as Ruby prints them. */
  readonly data: { readonly [name: string]: PlainValue }
  /** Why Jekyll cannot read it; lines are the source's. The form then shows text only. */
  readonly problems: readonly YamlProblem[]
}

/** Reads the front matter of a post; never throws. */
export function readFrontMatter(source: string): FrontMatter {
  const { yaml } = splitFrontMatter(source)
  if (!yaml) return { yaml: undefined, fields: [], data: {}, problems: [] }
  const starts = lineStarts(source)
  const firstLine = positionAt(starts, yaml.from).line
  const { hash, problems } = readHash(source)
  const pairs = (hash && topMap(source)?.pairs) ?? []
  const counting = pairs.filter(
    (pair, index) => pairs.findLastIndex(other => other.name === pair.name) === index,
  )
  return {
    yaml,
    fields: counting.map(pair =>
      field(source, pair, hash?.get(pair.name), positionAt(starts, pair.key.from).line),
    ),
    data: hash ? plainObject(hash) : {},
    problems: problems.map(problem => ({ ...problem, line: problem.line + firstLine - 1 })),
  }
}

function field(source: string, pair: SourcePair, value: unknown, line: number): Field {
  return {
    name: pair.name,
    kind: kindOf(pair, value),
    value: toPlain(value as Parameters<typeof toPlain>[0]),
    text: pair.value ? sliceSpan(source, pair.value.span) : '',
    line,
    span: pair.lines,
  }
}

function kindOf(pair: SourcePair, value: unknown): FieldKind {
  const node = pair.value?.node as { anchor?: string; tag?: string } | undefined
  if (node?.anchor || node?.tag) return 'other'
  if (value === null || value === undefined) return 'empty'
  if (Array.isArray(value)) return isSeq(node) && value.every(isSimple) ? 'list' : 'other'
  if (!isScalar(node)) return 'other'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'boolean'
  return typeof toPlain(value as Parameters<typeof toPlain>[0]) === 'number' ? 'number' : 'date'
}

function isSimple(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function plainObject(hash: ReadonlyMap<unknown, unknown>): { readonly [name: string]: PlainValue } {
  return toPlain(hash as Parameters<typeof toPlain>[0]) as { readonly [name: string]: PlainValue }
}
