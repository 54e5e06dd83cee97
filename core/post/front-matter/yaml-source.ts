/** Where the keys and values of the front matter lie in the source. The YAML is never printed back. */
import {
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
} from 'yaml'
import { type Span, sliceSpan } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import { indentContinuations } from './indented-yaml.ts'

/** A key and its value, in offsets of the source. */
export interface SourcePair {
  readonly name: string
  readonly key: Span
  /** Just after the colon. */
  readonly afterColon: number
  /** Undefined where nothing stands after the colon. */
  readonly value: SourceNode | undefined
  /** Whole lines, from the key's to the value's last. */
  readonly lines: Span
  /** The column of the key, from 0. */
  readonly indent: number
}

/** A value, its range without anchors, tags and trailing comments. Ranges of nodes are offsets of the source. */
export interface SourceNode {
  readonly node: Node
  readonly span: Span
}

/** A mapping in block form: one key a line. */
export interface SourceMap {
  readonly pairs: readonly SourcePair[]
  readonly isFlow: boolean
}

/** The mapping at the top of the front matter; undefined where it is none, or cannot be parsed. */
export function topMap(source: string): SourceMap | undefined {
  const { yaml } = splitFrontMatter(source)
  if (!yaml) return undefined
  const { text, toSource } = indentContinuations(sliceSpan(source, yaml))
  // The failsafe schema keeps every scalar as its text: only the positions are wanted here.
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false })
  if (document.errors.length > 0) return undefined
  const { contents } = document
  if (contents === null) return { pairs: [], isFlow: false }
  visit(document, { Node: (_, node) => moveRange(node, offset => toSource(offset) + yaml.from) })
  if (isEmpty(contents)) return { pairs: [], isFlow: false }
  return isMap(contents) ? sourceMap(source, contents) : undefined
}

function moveRange(node: Node, toSource: (offset: number) => number): void {
  if (node.range) node.range = [toSource(node.range[0]), toSource(node.range[1]), toSource(node.range[2])]
}

/** The mapping a pair holds, if it holds one. */
export function mapIn(source: string, pair: SourcePair): SourceMap | undefined {
  return pair.value && isMap(pair.value.node) ? sourceMap(source, pair.value.node) : undefined
}

function sourceNode(node: Node): SourceNode {
  const [from, to] = node.range ?? [0, 0]
  return { node, span: { from, to: isBlockCollection(node) ? contentEnd(node) : to } }
}

/** The line ending of the line an offset lies on, included. */
export function lineEnd(source: string, offset: number): number {
  const newline = source.indexOf('\n', offset)
  return newline < 0 ? source.length : newline + 1
}

/** Where the line an offset lies on begins. */
export function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1
}

function sourceMap(source: string, map: YAMLMap): SourceMap {
  const pairs = map.items.flatMap(item => (isPair(item) ? (sourcePair(source, item as Pair) ?? []) : []))
  return { pairs, isFlow: map.flow === true }
}

function sourcePair(source: string, pair: Pair): SourcePair | undefined {
  const key = pair.key
  if (!isScalar(key) || !key.range) return undefined
  const keySpan = { from: key.range[0], to: key.range[1] }
  const colon = source.indexOf(':', keySpan.to)
  if (colon < 0) return undefined
  const from = lineStart(source, keySpan.from)
  const value =
    pair.value === null || isEmpty(pair.value as Node) ? undefined : sourceNode(pair.value as Node)
  const end = value ? value.span.to : colon + 1
  return {
    name: String(key.value),
    key: keySpan,
    afterColon: colon + 1,
    value,
    // A block scalar's range ends after its last line, so there is no further line to take.
    lines: { from, to: source[end - 1] === '\n' ? end : lineEnd(source, end) },
    indent: keySpan.from - from,
  }
}

/** The library ends a block collection with its last line; its last item tells where the text ends. */
function contentEnd(node: Node): number {
  if (!isBlockCollection(node)) return node.range?.[1] ?? 0
  const last = node.items.at(-1)
  const tail = (isPair(last) ? (last.value ?? last.key) : last) as Node | undefined
  return tail ? contentEnd(tail) : (node.range?.[1] ?? 0)
}

function isBlockCollection(node: Node): node is YAMLMap | YAMLSeq {
  return (isMap(node) || isSeq(node)) && node.flow !== true
}

function isEmpty(node: Node): boolean {
  if (!isScalar(node)) return false
  const scalar = node as Scalar
  return (
    scalar.range !== undefined &&
    scalar.range !== null &&
    scalar.range[0] === scalar.range[1] &&
    !scalar.anchor &&
    !scalar.tag
  )
}
