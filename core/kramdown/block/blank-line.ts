import type { BlockRule } from '../block-parser.ts'

/** Blank lines — kramdown syntax, “Blank lines”: lines of nothing but white space, as many as follow each other. */
export const blankLine: BlockRule = {
  name: 'blank_line',
  first: ' \t\r\n\f\v',
  start: /[ \t\r\n\f\v]*\n/y,
  parse(cx, match) {
    const last = cx.lastChild
    const end = cx.pos + match[0].length
    if (last?.type === 'blank') {
      last.value += match[0]
      last.span = { from: last.span.from, to: cx.source.span(cx.pos, end).to }
    } else {
      const blank = cx.append(cx.block('blank', cx.pos, end, match[0]))
      blank.span = cx.source.span(cx.pos, end)
    }
    cx.pos = end
    return true
  },
}
