import { setOptions } from '../element.ts'
import { strip } from '../characters.ts'
import type { SpanRule } from '../span-parser.ts'

/** Math in a line — kramdown syntax, “Math Blocks”: `$$x^2$$`. */
export const inlineMath: SpanRule = {
  name: 'inline_math',
  first: '$',
  stops: ['$'],
  parse(cx) {
    const from = cx.pos
    if (!cx.text.startsWith('$$', from)) return false
    const close = cx.search.indexOf('$$', from + 2)
    if (close < 0) return false
    const math = cx.appendLeaf('math', from, close + 2, strip(cx.text.slice(from + 2, close)))
    setOptions(math, { category: 'span' })
    return true
  },
}
