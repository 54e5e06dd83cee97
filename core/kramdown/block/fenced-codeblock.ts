import type { BlockParser, BlockRule } from '../block-parser.ts'
import { setAttribute, setOptions } from '../element.ts'
import { isSpace, lineEnd, spaceToNewline } from '../characters.ts'

/**
 * Fenced code — kramdown syntax, “Fenced Code Blocks”.
 *
 *     ~~~ ruby      three or more tildes, and the language
 *     puts 1
 *     ~~~           at least as many
 */
export const fencedCodeblock: BlockRule = {
  name: 'codeblock_fenced',
  first: '~',
  start: /~{3,}/y,
  parse(cx, match) {
    return parseFence(cx, match[0], cx.pos, 0)
  },
}

/**
 * Reads a fenced block whose fence begins at an offset.
 *
 * kramdown's pattern gives marks back when no closing fence is long enough: `~~~~` closed by `~~~` is a block in
 * the language `~`.
 *
 * @param indent how many spaces may stand before the closing fence
 */
export function parseFence(cx: BlockParser, marks: string, start: number, indent: number): boolean {
  const close = findClose(cx.text, start + marks.length, marks, indent)
  if (!close) return false
  const info = matchInfo(cx.text, start + close.length)
  if (!info) return false
  const from = cx.pos
  cx.pos = close.end
  const block = cx.append(cx.block('codeblock', from, close.end, cx.text.slice(info.end, close.start)))
  setOptions(block, { fenced: true })
  if (info.language !== '') {
    setOptions(block, { language: info.language })
    setAttribute(block, 'class', `language-${info.language.replace(/(?<=.)\?.*$/s, '')}`)
  }
  return true
}

function matchInfo(
  text: string,
  from: number,
): { readonly language: string; readonly end: number } | undefined {
  let at = from
  while (at < text.length && text[at] !== '\n' && isSpace(text.charCodeAt(at))) at++
  const start = at
  while (at < text.length && !isSpace(text.charCodeAt(at))) at++
  const end = spaceToNewline(text, at)
  return end < 0 ? undefined : { language: text.slice(start, at), end }
}

/** A line that closes a fence, and how much of the fence it closes. */
interface Close {
  readonly start: number
  readonly end: number
  readonly length: number
}

/** The first line that closes as much of a fence as any. */
function findClose(text: string, from: number, marks: string, indent: number): Close | undefined {
  let best: Close | undefined
  let line = lineEnd(text, from)
  while (line < text.length && best?.length !== marks.length) {
    let at = line
    while (at < line + indent && text[at] === ' ') at++
    if (text[at] === marks[0]) {
      const run = runEnd(text, at)
      const length = closedLength(text.slice(at, run), marks)
      const end = length >= 3 && length > (best?.length ?? 0) ? spaceToNewline(text, run) : -1
      if (end >= 0) best = { start: line, end, length }
    }
    line = lineEnd(text, line)
  }
  return best
}

function runEnd(text: string, from: number): number {
  let end = from
  while (text[end] === '~' || text[end] === '`') end++
  return end
}

/** How many marks of a fence a run closes: those it begins with, if it goes on with nothing but the last of them. */
function closedLength(run: string, marks: string): number {
  let length = 0
  while (length < run.length && run[length] === marks[length]) length++
  for (let at = length; at < run.length; at++) if (run[at] !== run[length - 1]) return 0
  return length
}
