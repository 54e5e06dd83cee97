import { setOptions } from '../element.ts'
import type { BlockRule } from '../block-parser.ts'
import { spaceToNewline, strip } from '../characters.ts'
import { beforeBlockBoundary } from './lazy-end.ts'

/**
 * Math blocks — kramdown syntax, “Math Blocks”.
 *
 *     $$
 *     x^2          between blank lines; with other text around it, it is math in a line
 *     $$
 */
export const mathBlock: BlockRule = {
  name: 'block_math',
  first: '\\$',
  start: / {0,3}(\\)?\$\$/y,
  parse(cx, match) {
    if (!cx.afterBlockBoundary) return false
    const from = cx.pos
    const start = from + match[0].length
    const close = cx.search.indexOf('$$', start)
    if (close < 0) return false
    const afterLine = spaceToNewline(cx.text, close + 2)
    if (match[1]) {
      // kramdown drops the backslash and reads on, if the marks end a line.
      if (afterLine >= 0) cx.pos = start - 2
      return false
    }
    cx.pos = afterLine >= 0 ? afterLine : close + 2
    if (!beforeBlockBoundary(cx)) {
      cx.pos = from
      return false
    }
    const math = cx.append(cx.block('math', from, cx.pos, strip(cx.text.slice(start, close))))
    setOptions(math, { category: 'block' })
    return true
  },
}
