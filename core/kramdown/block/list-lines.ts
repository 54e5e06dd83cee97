import { type AttributeList, createAttributeList, readAttributeList } from '../attributes/attribute-list.ts'
import { matchBraces } from '../attributes/braces.ts'
import type { BlockParser } from '../block-parser.ts'
import { countSpaces, isSpace, lineEnd, skipSpace } from '../characters.ts'
import { type SourceText, SourceTextBuilder } from '../source-text.ts'
import { atBlockIal, atBlockTag } from './lazy-end.ts'

/** The first line of a list item or definition, without its mark and what stands before its text. */
export interface FirstLine {
  readonly content: SourceText
  /** How far the lines after it have to be indented to belong to it. */
  readonly indentation: number
  readonly ial: AttributeList | undefined
}

/**
 * Reads what follows a mark (parser/kramdown/list.rb, parse_first_list_line). Text begins where it begins, tabs
 * counted as reaching the next multiple of four; an item that begins empty is indented by four.
 *
 * @param from just after the mark
 * @param width how wide the mark and what stands before it is
 */
export function parseFirstLine(cx: BlockParser, from: number, to: number, width: number): FirstLine {
  const { text } = cx
  const ial = matchItemIal(text, from, to)
  if (skipSpace(text, ial?.end ?? from) >= to) return firstLine(cx, from, to, 4)
  let indentation = width
  let at = from
  let column = width
  for (; text[at] === ' ' || text[at] === '\t'; at++) {
    if (text[at] === ' ') column++
    else column += 4 - (column % 4)
  }
  indentation = column
  return firstLine(cx, from, to, indentation)
}

function firstLine(cx: BlockParser, from: number, to: number, indentation: number): FirstLine {
  const { text } = cx
  let start = Math.min(skipSpace(text, from), to)
  const match = matchItemIal(text, start, to)
  if (!match) return { content: cx.source.slice(start, to), indentation, ial: undefined }
  const ial = createAttributeList()
  if (!readAttributeList(match.content, ial)) cx.warn('attributes.empty', start, match.end, match.content)
  start = match.end
  return { content: cx.source.slice(start, to), indentation, ial }
}

/** `{: … }` at the start of an item's text, but neither `{::extension}` nor `{:name:` (LIST_ITEM_IAL). */
export function matchItemIal(text: string, from: number, to: number) {
  const open = skipSpace(text, from)
  if (!text.startsWith('{:', open) || open >= to) return undefined
  if (/^(?:(?:\w[\w-]*)?:|\/)/.test(text.slice(open + 2, to))) return undefined
  const line = text.slice(open, to)
  const match = matchBraces(line, 2, offset => offset)
  if (!match) return undefined
  return {
    content: line.slice(2, match.contentEnd),
    end: Math.min(to, skipSpace(text, open + match.end)),
  }
}

/**
 * Takes the line at the current place if it belongs to an item indented that far, or goes on lazily.
 *
 * @returns the line with the indentation cut off, or undefined when it does not belong
 */
export function takeItemLine(
  cx: BlockParser,
  indentation: number,
  mayBeLazy: boolean,
): { readonly line: SourceTextBuilder; readonly indented: boolean } | undefined {
  const { text, pos } = cx
  const end = lineEnd(text, pos)
  if (!hasText(text, pos, end)) return undefined
  if (!isIndentedBy(text, pos, indentation) && !(mayBeLazy && isLazy(cx, indentation))) return undefined
  cx.pos = end
  return outdented(cx.source, pos, end, indentation)
}

/** Leading tabs become four spaces each, then the indentation goes, if all of it is there. */
function outdented(source: SourceText, from: number, to: number, indentation: number) {
  let tabs = from
  while (source.text[tabs] === '\t') tabs++
  const widened = (tabs - from) * 4
  const line = new SourceTextBuilder()
  if (widened >= indentation) {
    line.insert(' '.repeat(widened - indentation), source.originOf(from)).add(source, tabs, to)
    return { line, indented: true }
  }
  const needed = indentation - widened
  const indented = countSpaces(source.text, tabs, needed) === needed
  if (indented) line.add(source, tabs + needed, to)
  else line.insert(' '.repeat(widened), source.originOf(from)).add(source, tabs, to)
  return { line, indented }
}

/** Tabs and groups of four spaces for each four columns, single spaces for the rest, or one group more. */
function isIndentedBy(text: string, from: number, indentation: number): boolean {
  let at = from
  for (let group = 0; group < Math.floor(indentation / 4); group++) {
    const next = afterGroup(text, at)
    if (next < 0) return false
    at = next
  }
  const rest = indentation % 4
  return countSpaces(text, at, rest) === rest || afterGroup(text, at) >= 0
}

function afterGroup(text: string, at: number): number {
  if (text[at] === '\t') return at + 1
  return countSpaces(text, at, 4) === 4 ? at + 4 : -1
}

function isLazy(cx: BlockParser, indentation: number): boolean {
  const limit = Math.min(indentation, 3)
  const at = cx.pos + countSpaces(cx.text, cx.pos, limit)
  if (cx.text[at] === '{') return !atBlockIal(cx.text, cx.pos, limit)
  return !atBlockTag(cx.text, at, cx.options.version)
}

function hasText(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isSpace(text.charCodeAt(at))) return text[to - 1] === '\n'
  return false
}
