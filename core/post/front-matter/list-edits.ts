/** Lists change item by item: what stays keeps its quotes, its comment and its line. */
import { type Node, type Scalar, type YAMLSeq, isScalar } from 'yaml'
import { type Span, type TextEdit, lineEnding, sliceSpan } from '../../text/index.ts'
import { type SourcePair, lineEnd, lineStart } from './yaml-source.ts'
import { type ScalarStyle, writeScalar } from './write-scalar.ts'

type Item = string | number | boolean

interface SourceItem {
  readonly text: string
  readonly span: Span
  readonly style: ScalarStyle
}

/**
 * The edits that turn the items of a list into others; undefined where the list holds more than plain values.
 *
 * Items at the start and the end that stay are not touched; of those between, as many are rewritten in place as both
 * lists have, and the rest are added or taken out.
 */
export function editItems(
  source: string,
  pair: SourcePair,
  list: YAMLSeq,
  items: readonly Item[],
): TextEdit[] | undefined {
  const old = sourceItems(source, list)
  if (!old || !pair.value) return undefined
  if (items.length === 0) return emptyList(pair, list)
  const { start, oldEnd, newEnd } = changedRange(
    old.map(item => item.text),
    items.map(String),
  )
  const style = commonStyle(old)
  const place = list.flow === true ? 'flow' : 'block'
  const write = (item: Item, itemStyle: ScalarStyle): string => writeScalar(item, itemStyle, place)
  const kept = Math.min(oldEnd, newEnd)
  const edits: TextEdit[] = []
  for (let index = start; index < kept; index++) {
    const item = old[index]!
    edits.push({ ...item.span, insert: write(items[index]!, item.style) })
  }
  const added = items.slice(kept, newEnd).map(item => write(item, style))
  if (list.flow === true) return [...edits, ...flowEdits(pair.value.span, old, kept, oldEnd, added)]
  if (old.length === 0) return undefined
  return [...edits, ...blockEdits(source, old, kept, oldEnd, added)]
}

function sourceItems(source: string, list: YAMLSeq): SourceItem[] | undefined {
  const items = (list.items as Node[]).map(node => sourceItem(source, node))
  return items.every(item => item !== undefined) ? items : undefined
}

function sourceItem(source: string, node: Node): SourceItem | undefined {
  if (!isScalar(node) || !node.range || node.anchor || node.tag) return undefined
  const { type, value } = node as Scalar
  if (type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED') return undefined
  const span = { from: node.range[0], to: node.range[1] }
  if (sliceSpan(source, span).includes('\n')) return undefined
  const style = type === 'QUOTE_DOUBLE' ? 'double' : type === 'QUOTE_SINGLE' ? 'single' : 'plain'
  return { text: String(value), span, style }
}

/** What differs between two lists: from `start` up to `oldEnd` in the one, `newEnd` in the other. */
function changedRange(
  old: readonly string[],
  wanted: readonly string[],
): { start: number; oldEnd: number; newEnd: number } {
  let start = 0
  while (start < old.length && start < wanted.length && old[start] === wanted[start]) start++
  let oldEnd = old.length
  let newEnd = wanted.length
  while (oldEnd > start && newEnd > start && old[oldEnd - 1] === wanted[newEnd - 1]) {
    oldEnd--
    newEnd--
  }
  return { start, oldEnd, newEnd }
}

function emptyList(pair: SourcePair, list: YAMLSeq): TextEdit[] {
  const span = pair.value!.span
  return list.flow === true
    ? [{ from: span.from + 1, to: span.to - 1, insert: '' }]
    : [{ from: pair.afterColon, to: span.to, insert: ' []' }]
}

/** `[a, b]`: a comma goes with each item taken out, and comes with each put in. */
function flowEdits(
  list: Span,
  old: readonly SourceItem[],
  kept: number,
  oldEnd: number,
  added: readonly string[],
): TextEdit[] {
  if (oldEnd > kept) {
    const next = old[oldEnd]
    const before = old[kept - 1]
    const from = next ? old[kept]!.span.from : before ? before.span.to : old[kept]!.span.from
    return [{ from, to: next ? next.span.from : old[oldEnd - 1]!.span.to, insert: '' }]
  }
  if (added.length === 0) return []
  const next = old[kept]
  if (next)
    return [{ from: next.span.from, to: next.span.from, insert: added.map(item => `${item}, `).join('') }]
  const last = old.at(-1)
  const at = last ? last.span.to : list.from + 1
  return [{ from: at, to: at, insert: (last ? ', ' : '') + added.join(', ') }]
}

/** One item a line: whole lines come and go. */
function blockEdits(
  source: string,
  old: readonly SourceItem[],
  kept: number,
  oldEnd: number,
  added: readonly string[],
): TextEdit[] {
  if (oldEnd > kept) {
    const from = lineStart(source, old[kept]!.span.from)
    return [{ from, to: lineEnd(source, old[oldEnd - 1]!.span.to), insert: '' }]
  }
  if (added.length === 0) return []
  const model = old[Math.max(0, Math.min(kept, old.length) - 1)]!
  const marker = source.slice(lineStart(source, model.span.from), model.span.from)
  const lines = added.map(item => marker + item + lineEnding(source)).join('')
  const next = old[kept]
  const at = next ? lineStart(source, next.span.from) : lineEnd(source, old.at(-1)!.span.to)
  return [{ from: at, to: at, insert: lines }]
}

function commonStyle(items: readonly SourceItem[]): ScalarStyle {
  const [first] = items
  return first && items.every(item => item.style === first.style) ? first.style : 'plain'
}
