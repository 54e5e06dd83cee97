import { isSpace } from '../characters.ts'
import type { SpanParser, SpanRule } from '../span-parser.ts'

/**
 * Code spans — kramdown syntax, “Code Spans”.
 *
 *     `code`     ``code with ` in it``
 *
 * One mark between white space is text; the closing marks may be part of a longer run.
 */
export const codespan: SpanRule = {
  name: 'codespan',
  first: '`',
  stops: ['`'],
  parse(cx) {
    const from = cx.pos
    const found = matchCodespan(cx, from)
    if (!found) {
      cx.takeText(marksEnd(cx.text, from))
      return true
    }
    cx.appendLeaf('codespan', from, found.end, found.code)
    return true
  },
}

/** A code span at an offset: its code, and the offset after it. */
export function matchCodespan(
  cx: Pick<SpanParser, 'text' | 'search'>,
  from: number,
): { readonly code: string; readonly end: number } | undefined {
  const { text } = cx
  const start = marksEnd(text, from)
  const marks = text.slice(from, start)
  if (
    marks.length === 1 &&
    (from === 0 || isSpace(text.charCodeAt(from - 1))) &&
    isSpace(text.charCodeAt(start))
  )
    return undefined
  const close = cx.search.indexOf(marks, start)
  if (close < 0) return undefined
  let code = text.slice(start, close)
  if (marks.length > 1) {
    if (code.startsWith(' ')) code = code.slice(1)
    if (code.endsWith(' ')) code = code.slice(0, -1)
  }
  return { code, end: close + marks.length }
}

function marksEnd(text: string, from: number): number {
  let end = from
  while (text[end] === '`') end++
  return end
}
