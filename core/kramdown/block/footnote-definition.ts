import type { BlockRule } from '../block-parser.ts'
import { lineEnd } from '../characters.ts'
import { createElement } from '../element.ts'
import { SourceTextBuilder } from '../source-text.ts'
import { indentLength, indentedEnd } from './codeblock.ts'

/**
 * Footnote definitions — kramdown syntax, “Footnotes”.
 *
 *     [^name]: text
 *         goes on, indented
 */
export const footnoteDefinition: BlockRule = {
  name: 'footnote_definition',
  first: '[',
  start: / {0,3}\[\^(\w[\w-]*)\]:/y,
  parse(cx, match) {
    const from = cx.pos
    const start = from + match[0].length
    const firstLineEnd = lineEnd(cx.text, start)
    if (!cx.mayNest(from, firstLineEnd)) return false
    cx.pos = indentedEnd(cx, firstLineEnd)
    const end = cx.pos
    const content = createElement('root', cx.spanOf(start, end))
    const text = new SourceTextBuilder()
    for (let line = start; line < end; line = lineEnd(cx.text, line))
      text.add(cx.source, line + indentLength(cx.text, line), lineEnd(cx.text, line))
    cx.parseText(content, text.build())
    const name = match[1]!
    if (cx.state.footnotes.has(name)) cx.warn('footnote.duplicate-definition', from, firstLineEnd, name)
    const mark = cx.append(cx.block('eob', from, end, 'footnote_def'))
    const span = cx.spanOf(from, end)
    cx.state.setFootnote({ type: 'footnote_definition', span, name, content, mark, markers: 0 })
    return true
  },
}
