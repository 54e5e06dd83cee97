import type { SpanRule } from '../span-parser.ts'

const lineEnd = /(?: {2}|\\\\)(?=\n)/y

/** Line breaks — kramdown syntax, “Paragraphs”: two spaces or two backslashes at the end of a line. */
export const lineBreak: SpanRule = {
  name: 'line_break',
  first: ' \\',
  stops: ['  \n', '\\\n'],
  parse(cx) {
    if (!cx.at(lineEnd)) return false
    cx.appendLeaf('br', cx.pos, cx.pos + 2)
    return true
  },
}
