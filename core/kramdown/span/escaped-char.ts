import type { SpanRule } from '../span-parser.ts'

export const escapable = '\\.*_+`<>()[]{}#!:|"\'$=-'

/** Escaped characters — kramdown syntax, “Automatic and Manual Escaping”: a backslash makes a mark text. */
export const escapedChar: SpanRule = escapedCharRule('escaped_chars', escapable)

export function escapedCharRule(name: string, characters: string): SpanRule {
  return {
    name,
    first: '\\',
    stops: ['\\'],
    parse(cx) {
      const from = cx.pos
      const next = cx.text[from + 1]
      if (next === undefined || !characters.includes(next)) return false
      cx.leaveOut(from, from + 1)
      cx.takeText(from + 2)
      return true
    },
  }
}
