import type { BlockParser, BlockRule } from '../block-parser.ts'
import { isSpace, lineEnd } from '../characters.ts'
import { SourceTextBuilder } from '../source-text.ts'
import { definitionList } from './definition-list.ts'
import { atLazyEnd } from './lazy-end.ts'

/** Paragraphs — kramdown syntax, “Paragraphs”: lines that are nothing else, up to what {@link endsParagraph}. */
export const paragraph: BlockRule = {
  name: 'paragraph',
  first: undefined,
  start: / {0,3}[^ \t\n][^\n]*\n/y,
  parse(cx) {
    const from = cx.pos
    do cx.pos = lineEnd(cx.text, cx.pos)
    while (!cx.grammar.endsParagraph(cx))
    const end = stripEndFrom(cx.text, from, cx.pos)
    const last = cx.lastChild
    if (last?.type === 'p') continueParagraph(cx, last, from, end)
    else {
      const start = stripStartFrom(cx.text, from, end)
      const p = cx.append(cx.block('p', start, end))
      cx.addText(p, cx.source.slice(start, end))
    }
    return true
  },
}

/** A definition's `:` ends a paragraph, since it makes it the term. */
export function endsParagraph(cx: BlockParser): boolean {
  return atLazyEnd(cx) || cx.at(definitionList.start)
}

/** Text that turned out to be no other block goes on with the paragraph before it; a line break before it stays. */
function continueParagraph(cx: BlockParser, p: BlockParser['tree'], from: number, end: number): void {
  const text = new SourceTextBuilder()
  const last = p.children[p.children.length - 1]
  if (last?.type === 'raw_text') {
    const joint = cx.text.slice(Math.max(0, from - 3), from) === '  \n' ? '  \n' : '\n'
    text.insert(joint, cx.source.originOf(Math.max(0, from - joint.length)))
  }
  cx.addText(p, text.add(cx.source, from, end).build())
  p.span = { from: p.span.from, to: cx.source.span(from, end).to }
}

function stripEndFrom(text: string, from: number, to: number): number {
  let end = to
  while (end > from && (isSpace(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === 0)) end--
  return end
}

function stripStartFrom(text: string, from: number, to: number): number {
  let start = from
  while (start < to && (isSpace(text.charCodeAt(start)) || text.charCodeAt(start) === 0)) start++
  return start
}
