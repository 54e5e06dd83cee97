import type { BlockRule } from '../block-parser.ts'

/**
 * Horizontal rules — kramdown syntax, “Horizontal Rules”.
 *
 *     * * *      three or more of one of `*`, `-`, `_`;
 *      ---       spaces or tabs may stand between them;
 *       ___      at most three spaces before the first.
 */
export const horizontalRule: BlockRule = {
  name: 'horizontal_rule',
  first: '*-_',
  start: / {0,3}([*_-])[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n/y,
  parse(cx, match) {
    const from = cx.pos
    cx.pos += match[0].length
    cx.append(cx.block('hr', from, cx.pos))
    return true
  },
}
