import type { BlockParser, BlockRule } from '../block-parser.ts'
import { countSpaces, isSpace, lineEnd, skipBlanks } from '../characters.ts'
import { blankLine } from './blank-line.ts'
import { eobMarker } from './eob.ts'
import { atBlockIal, atBlockTag } from './lazy-end.ts'

/**
 * Indented code — kramdown syntax, “Standard Code Blocks”: lines behind a tab or four spaces. A line without them
 * that follows directly is joined to the one before.
 */
export const codeblock: BlockRule = {
  name: 'codeblock',
  first: ' \t',
  start: /\t| {4}/y,
  parse(cx) {
    const from = cx.pos
    cx.pos = indentedEnd(cx, from)
    const code = cx.text
      .slice(from, cx.pos)
      .replace(/\n( {0,3}[^ \t\r\n\f\v])/g, ' $1')
      .replace(/(^|\n)(?:\t| {4})/g, '$1')
    cx.append(cx.block('codeblock', from, cx.pos, code))
    return true
  },
}

/** Length of the tab or four spaces at an offset, or 0. */
export function indentLength(text: string, from: number): number {
  if (text.charCodeAt(from) === 9) return 1
  return countSpaces(text, from, 4) === 4 ? 4 : 0
}

/**
 * Where the indented lines from an offset on end (parser/kramdown/codeblock.rb, CODEBLOCK_MATCH): any number of
 * groups of blank lines, indented lines and lazy lines.
 */
export function indentedEnd(cx: BlockParser, from: number): number {
  const { text } = cx
  let end = from
  for (;;) {
    blankLine.start.lastIndex = end
    const start = blankLine.start.test(text) ? blankLine.start.lastIndex : end
    let at = start
    while (isIndentedLine(text, at)) at = lineEnd(text, at)
    if (at === start) return end
    while (isLazyLine(cx, at)) at = lineEnd(text, at)
    end = at
  }
}

function isIndentedLine(text: string, from: number): boolean {
  const indent = indentLength(text, from)
  return indent > 0 && hasText(text, from + indent)
}

function isLazyLine(cx: BlockParser, from: number): boolean {
  const { text } = cx
  if (!hasText(text, from)) return false
  const at = from + countSpaces(text, from, 3)
  switch (text[at]) {
    case '{':
      return !atBlockIal(text, from, 3)
    case '<':
      return !atBlockTag(text, at, cx.options.version)
    case '^':
      eobMarker.start.lastIndex = from
      return !eobMarker.start.test(text)
    default:
      return true
  }
}

/** Whether something that is no white space follows spaces and tabs, in a line that has an end. */
function hasText(text: string, from: number): boolean {
  const at = skipBlanks(text, from)
  return at < text.length && !isSpace(text.charCodeAt(at))
}
