import { type SpanRule, SpanParser } from '../span-parser.ts'

/** `~~struck out~~`: the text inside is read on its own, as if nothing stood around it. */
export const strikethrough: SpanRule = {
  name: 'strikethrough_gfm',
  first: '~',
  stop: '~~',
  parse(cx) {
    const from = cx.pos
    const end = matchEnd(cx)
    if (end < 0 || !cx.mayNest) return false
    const element = cx.append('html_element', from, end, 'del')
    element.options.category = 'span'
    new SpanParser(
      cx.source.slice(from + 2, end - 2),
      element,
      cx.state,
      cx.state.spanRules,
      cx.innerDepth,
    ).parse()
    cx.pos = end
    return true
  },
}

/** `~~(?!\s|~).*?[^\s~]~~`: the offset after it, or -1. */
function matchEnd(cx: SpanParser): number {
  const { text, pos } = cx
  if (text[pos + 1] !== '~' || pos + 2 >= text.length || isSpaceOrTilde(text[pos + 2]!)) return -1
  for (let close = cx.search.indexOf('~~', pos + 3); close >= 0; close = text.indexOf('~~', close + 1))
    if (!isSpaceOrTilde(text[close - 1]!)) return close + 2
  return -1
}

function isSpaceOrTilde(character: string): boolean {
  return /[ \t\r\n\f\v~]/.test(character)
}
