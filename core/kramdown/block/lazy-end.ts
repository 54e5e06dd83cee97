import { matchBraces, restOfLineBlank } from '../attributes/braces.ts'
import type { BlockParser } from '../block-parser.ts'
import { countSpaces, isSpace, spaceToNewline } from '../characters.ts'
import { mayStartLazyLine } from '../markup/elements.ts'
import { matchEndTag, nameEnd } from '../markup/tags.ts'
import { type Version } from '../version.ts'
import { blankLine } from './blank-line.ts'
import { eobMarker } from './eob.ts'

/**
 * What ends a block that goes on without its mark: a quote, list item, code block or paragraph
 * (parser/kramdown/paragraph.rb, LAZY_END): a blank line, an attribute list, `^`, block HTML, the end of the text.
 */
export function atLazyEnd(cx: BlockParser): boolean {
  if (cx.atEnd) return true
  const indent = countSpaces(cx.text, cx.pos, 3)
  switch (cx.text[cx.pos + indent]) {
    case '{':
      return atBlockIal(cx.text, cx.pos, 3) || cx.at(blankLine.start)
    case '<':
      return atBlockTag(cx.text, cx.pos + indent, cx.options.version)
    case '^':
      return indent === 0 && cx.at(eobMarker.start)
    default:
      return isSpace(cx.text.charCodeAt(cx.pos + indent)) && cx.at(blankLine.start)
  }
}

/** Whether an attribute list with a line of its own begins after at most `indent` spaces. */
export function atBlockIal(text: string, from: number, indent: number): boolean {
  return matchBlockIal(text, from, indent) !== undefined
}

/** `{: … }` on a line of its own: content and the offset after the line. */
export function matchBlockIal(text: string, from: number, indent = 3) {
  const open = from + countSpaces(text, from, indent)
  if (!text.startsWith('{:', open)) return undefined
  const next = text[open + 2]
  if (next === ':' || next === '/') return undefined
  const match = matchBraces(text, open + 2, restOfLineBlank(text))
  return match && { content: text.slice(open + 2, match.contentEnd), end: match.end }
}

/** Whether a tag begins that may not begin a line of a paragraph (LAZY_END_HTML_START and …_STOP). */
export function atBlockTag(text: string, from: number, version: Version): boolean {
  if (text.charCodeAt(from) !== 60) return false
  const closing = text.charCodeAt(from + 1) === 47
  const start = from + (closing ? 2 : 1)
  const end = nameEnd(text, start)
  if (end < 0) return false
  // An element's name counts up to the first character that is no letter, digit or underscore: `a-b` is an `a`.
  const name = /^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]*/u.exec(text.slice(start, end))![0]
  if (mayStartLazyLine(name, version)) return false
  return !closing || matchEndTag(text, from) !== undefined
}

/** Whether a block that may be followed by nothing else has come to its end (parser/kramdown/block_boundary.rb). */
export function beforeBlockBoundary(cx: BlockParser): boolean {
  return (
    cx.atEnd ||
    cx.at(blankLine.start) ||
    (cx.text[cx.pos] === '^' && spaceToNewline(cx.text, cx.pos + 1) >= 0) ||
    atBlockIal(cx.text, cx.pos, 3)
  )
}
