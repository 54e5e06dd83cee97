import { setOptions } from '../element.ts'
import type { SpanRule } from '../span-parser.ts'

const marker = /\[\^(\w[\w-]*)\]/y

/** Footnote markers — kramdown syntax, “Footnotes”: `[^name]`, where there is a footnote of that name. */
export const footnoteMarker: SpanRule = {
  name: 'footnote_marker',
  first: '[',
  stops: ['['],
  parse(cx) {
    const match = cx.match(marker)
    if (!match) return false
    const from = cx.pos
    const end = from + match[0].length
    const name = match[1]!
    const footnote = cx.state.footnotes.get(name)
    if (!footnote) {
      cx.warn('footnote.missing-definition', from, end, name)
      cx.takeText(end)
      return true
    }
    footnote.markers++
    setOptions(cx.appendLeaf('footnote', from, end, name), { footnote })
    return true
  },
}
