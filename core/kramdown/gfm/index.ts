import { type SpanRuleSet, createRuleSet } from '../span-parser.ts'
import { escapable, escapedChar, escapedCharRule } from '../span/escaped-char.ts'
import { spanRules } from '../span/index.ts'
import { lineBreak } from '../span/line-break.ts'
import { typographicSymbol } from '../span/typographic-symbol.ts'
import type { Options } from '../options.ts'
import { strikethrough } from './strikethrough.ts'

export { gfmBlockGrammar } from './blocks.ts'
export { breakLines } from './hard-breaks.ts'
export { addHeaderIds, gfmHeaderText } from './header-ids.ts'

/** A tilde can be escaped too. */
const gfmEscapedChar = escapedCharRule('escaped_chars_gfm', `${escapable}~`)

/** kramdown's span rules with GFM's differences. */
export function gfmSpanRules(options: Pick<Options, 'hard_wrap' | 'gfm_quirks'>): SpanRuleSet {
  const left = spanRules.filter(
    rule =>
      !(rule === lineBreak && options.hard_wrap) &&
      !(rule === typographicSymbol && options.gfm_quirks.includes('no_auto_typographic')),
  )
  return createRuleSet([...left.map(rule => (rule === escapedChar ? gfmEscapedChar : rule)), strikethrough])
}
