import type { SpanParser, SpanRule } from '../span-parser.ts'

type Quote = 'lsquo' | 'rsquo' | 'ldquo' | 'rdquo'

/** What a pattern's match becomes: the text before the quote is group 1 where `keepsText`. */
interface QuoteRule {
  readonly pattern: RegExp
  readonly keepsText: boolean
  readonly quotes: readonly (Quote | 'open' | 'close')[]
}

const punctuation = '[!"#$%\'()*+,\\-./:;<=>?@[\\\\\\]^_`{|}~]'
const wordCharacter = '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]'
/** Ruby's `\B` after a punctuation mark: an underscore goes on with a word, anything else goes on with none. */
const insideOrOutside = `(?:(?<=_)(?=${wordCharacter})|(?<!_)(?!${wordCharacter}))`

/** Tried in this order (parser/kramdown/smart_quotes.rb, SQ_RULES, after SmartyPants). */
export const quoteRules: readonly QuoteRule[] = [
  { pattern: /(["'])(?=[_*]{1,2}[^ \t\r\n\f\v])/y, keepsText: false, quotes: ['open'] },
  {
    pattern: new RegExp(`(["'])(?=${punctuation}(?!\\.\\.)${insideOrOutside})`, 'uy'),
    keepsText: false,
    quotes: ['close'],
  },
  // “‘Quoted’ words in a larger quote.”
  { pattern: /([ \t\r\n\f\v]?)"'(?=\w)/y, keepsText: true, quotes: ['ldquo', 'lsquo'] },
  { pattern: /([ \t\r\n\f\v]?)'"(?=\w)/y, keepsText: true, quotes: ['lsquo', 'ldquo'] },
  // the ’80s
  { pattern: /([ \t\r\n\f\v]?)'(?=\d\ds)/y, keepsText: true, quotes: ['rsquo'] },
  { pattern: /([ \t\r\n\f\v])('|")(?=\w)/y, keepsText: true, quotes: ['open'] },
  { pattern: /([^ \\\t\r\n[{(-])('|")/uy, keepsText: true, quotes: ['close'] },
  // <i>Name</i>’s
  {
    pattern: new RegExp(`(["'])(?=[ \\t\\r\\n\\f\\v]|s(?!${wordCharacter})|$)`, 'uy'),
    keepsText: false,
    quotes: ['close'],
  },
  { pattern: /([^]?)'/uy, keepsText: true, quotes: ['lsquo'] },
  { pattern: /([^]?)"/uy, keepsText: true, quotes: ['ldquo'] },
]

/** Quotation marks — kramdown syntax, “Typographic Symbols”: `"…"` and `'…'` become “…” and ‘…’. */
export const smartQuotes: SpanRule = {
  name: 'smart_quotes',
  first: undefined,
  stops: 'before-quotes',
  parse(cx) {
    if (!quoteFollows(cx)) return false
    for (const rule of quoteRules) {
      const match = cx.match(rule.pattern)
      if (!match) continue
      replace(cx, rule, match)
      return true
    }
    return false
  },
}

/** `[^\\]?["']` at the current place. */
function quoteFollows(cx: SpanParser): boolean {
  const code = cx.text.codePointAt(cx.pos)!
  if (isQuote(code)) return true
  return code !== 92 && isQuote(cx.text.charCodeAt(cx.pos + (code > 0xffff ? 2 : 1)))
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39
}

function replace(cx: SpanParser, rule: QuoteRule, match: RegExpExecArray): void {
  const end = cx.pos + match[0].length
  if (rule.keepsText) cx.takeText(cx.pos + match[1]!.length)
  for (const quote of rule.quotes) {
    const written = cx.text[cx.pos]
    const value =
      quote === 'open' || quote === 'close'
        ? (`${quote === 'open' ? 'l' : 'r'}${written === '"' ? 'd' : 's'}quo` as Quote)
        : quote
    cx.appendLeaf('smart_quote', cx.pos, cx.pos + 1, value)
    cx.pos++
  }
  cx.pos = end
}
