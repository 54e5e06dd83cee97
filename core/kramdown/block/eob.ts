import type { BlockRule } from '../block-parser.ts'

/**
 * End-of-block markers — kramdown syntax, “EOB Marker”.
 *
 *     ^      ends the block before it, so that a list or definition does not go on
 */
export const eobMarker: BlockRule = {
  name: 'eob_marker',
  first: '^',
  start: /\^[ \t\r\n\f\v]*?\n/y,
  parse(cx, match) {
    const end = cx.pos + match[0].length
    cx.append(cx.block('eob', cx.pos, end))
    cx.pos = end
    return true
  },
}
