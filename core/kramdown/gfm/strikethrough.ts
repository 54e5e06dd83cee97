import { setOptions } from '../element.ts'
import { type SpanRule, SpanParser } from '../span-parser.ts'

/** `~~struck out~~`: the text inside is read on its own, as if nothing stood around it. */
export const strikethrough: SpanRule = {
  name: 'strikethrough_gfm',
  first: '~',
  stops: ['~~'],
  parse(cx) {
    const from = cx.pos
    const end = matchEnd(cx)
    if (end < 0 || !cx.mayNest) return false
    const element = cx.create('html_element', from, end, 'del')
    setOptions(element, { category: 'span' })
    new SpanParser(
      cx.source.slice(from + 2, end - 2),
      element,
      cx.state,
      cx.state.spanRules,
      cx.innerDepth,
    ).parse()
    cx.append(element, from, end)
    return true
  },
}

const closing = /[^ \t\r\n\f\v~]~~/g

/** The offset after it, or -1: neither white space nor a tilde stands inside beside the marks. */
function matchEnd(cx: SpanParser): number {
  const { text, pos } = cx
  if (!/^~~[^ \t\r\n\f\v~]/.test(text.slice(pos, pos + 3))) return -1
  const last = cx.search.indexOfPattern(closing, pos + 2)
  return last < 0 ? -1 : last + 3
}
