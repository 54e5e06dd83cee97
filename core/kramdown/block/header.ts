import { setAttribute, setOptions } from '../element.ts'
import type { BlockParser, BlockRule } from '../block-parser.ts'
import { stripEnd } from '../characters.ts'

/**
 * Headers — kramdown syntax, “Headers”.
 *
 *     # One {#id}        atx: one to six hashes, more at the end if you like
 *
 *     Two
 *     ---                setext: a line of `=` (level 1) or `-` (level 2) below
 */
export const atxHeader: BlockRule = {
  name: 'atx_header',
  first: '#',
  start: /(#{1,6})[\t ]*([^ \t][^\n]*)\n/y,
  parse(cx, match) {
    return cx.afterBlockBoundary && parseAtxHeader(cx, match, withoutClosingHashes)
  },
}

export const setextHeader: BlockRule = {
  name: 'setext_header',
  first: undefined,
  start: / {0,3}([^ \t][^\n]*)\n([-=])[-=]*[ \t\r\f\v]*\n/y,
  parse(cx, match) {
    if (!cx.afterBlockBoundary) return false
    const { text, id } = splitId(match[1]!)
    if (text === '') return false
    addHeader(cx, match, match[2] === '-' ? 2 : 1, text, match[0].indexOf(match[1]!), id)
    return true
  },
}

/** The part of an atx header both dialects share; they differ in which hashes at the end belong to the text. */
export function parseAtxHeader(
  cx: BlockParser,
  match: RegExpExecArray,
  withoutHashes: (text: string) => string,
): boolean {
  const [whole, hashes, contents] = match
  const { text: withHashes, id } = splitId(contents!)
  const text = withoutHashes(withHashes)
  if (text === '') return false
  addHeader(cx, match, hashes!.length, text, whole.length - 1 - contents!.length, id)
  return true
}

/** A hash after a backslash belongs to the text. */
function withoutClosingHashes(text: string): string {
  let end = text.length
  while (end > 0 && text[end - 1] === '#') end--
  if (end < text.length && text[end - 1] === '\\') end++
  return end === text.length ? text : stripEnd(text.slice(0, end))
}

const nameStart =
  ':A-Z_a-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C-\\u200D' +
  '\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}'
const xmlName = new RegExp(`^[${nameStart}][${nameStart}\\-.0-9\\u00B7\\u0300-\\u036F\\u203F-\\u2040]*$`, 'u')

/** Takes ` {#id}` off the end; an id is an XML name. */
export function splitId(contents: string): { readonly text: string; readonly id: string | undefined } {
  const text = stripEnd(contents)
  if (!text.endsWith('}')) return { text, id: undefined }
  const open = text.lastIndexOf('{#')
  const id = text.slice(open + 2, -1)
  const before = text[open - 1]
  if (open < 1 || (before !== ' ' && before !== '\t') || !xmlName.test(id)) return { text, id: undefined }
  return { text: stripEnd(text.slice(0, open - 1)), id }
}

/** @param at where the text begins, from the start of the match */
function addHeader(
  cx: BlockParser,
  match: RegExpExecArray,
  level: number,
  text: string,
  at: number,
  id: string | undefined,
): void {
  const from = cx.pos
  cx.pos += match[0].length
  const header = cx.append(cx.block('header', from, cx.pos))
  setOptions(header, { level, rawText: text })
  cx.addText(header, cx.source.slice(from + at, from + at + text.length))
  if (id !== undefined) setAttribute(header, 'id', id)
}
