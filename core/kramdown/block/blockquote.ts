import type { BlockRule } from '../block-parser.ts'
import { countSpaces, lineEnd } from '../characters.ts'
import { SourceTextBuilder } from '../source-text.ts'
import { atLazyEnd } from './lazy-end.ts'

/**
 * Quotes — kramdown syntax, “Blockquotes”.
 *
 *     > text        up to three spaces before the mark, one after it
 *     goes on       until a blank line, an attribute list, `^` or block HTML
 */
export const blockquote: BlockRule = {
  name: 'blockquote',
  first: '>',
  start: / {0,3}> ?/y,
  parse(cx) {
    const from = cx.pos
    const inside = new SourceTextBuilder()
    if (!cx.mayNest(from, lineEnd(cx.text, from))) return false
    do {
      const end = lineEnd(cx.text, cx.pos)
      inside.add(cx.source, afterMark(cx.text, cx.pos), end)
      cx.pos = end
    } while (!atLazyEnd(cx))
    const quote = cx.append(cx.block('blockquote', from, cx.pos))
    cx.parseText(quote, inside.build())
    return true
  },
}

function afterMark(text: string, from: number): number {
  const mark = from + countSpaces(text, from, 3)
  if (text[mark] !== '>') return from
  return text[mark + 1] === ' ' ? mark + 2 : mark + 1
}
