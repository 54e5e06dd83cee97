import { isSpace } from '../characters.ts'
import type { SpanRule } from '../span-parser.ts'

type Quote = 'lsquo' | 'rsquo' | 'ldquo' | 'rdquo'

/** One case: which quotes the marks become, where they stand as `textBefore` says. */
interface QuoteRule {
  /** How much text stands between the current place and the quotation mark, or -1 where this is not the case. */
  textBefore(text: string, at: number): number
  readonly quotes: readonly (Quote | 'open' | 'close')[]
}

/** Tried in this order (parser/kramdown/smart_quotes.rb, SQ_RULES, after SmartyPants). */
export const quoteRules: readonly QuoteRule[] = [
  // "*emphasis*"
  {
    textBefore: (text, at) =>
      isQuote(text.charCodeAt(at)) &&
      isEmphasisMark(text.charCodeAt(at + 1)) &&
      at + 2 < text.length &&
      !isSpace(text.charCodeAt(at + 2))
        ? 0
        : -1,
    quotes: ['open'],
  },
  // ". but not "...
  {
    textBefore: (text, at) =>
      isQuote(text.charCodeAt(at)) &&
      punctuation.has(text.charCodeAt(at + 1)) &&
      !text.startsWith('..', at + 2) &&
      (text.charCodeAt(at + 1) === UNDERSCORE) === isWordCharacter(text, at + 2)
        ? 0
        : -1,
    quotes: ['close'],
  },
  // "'Quoted' words in a larger quote."
  { textBefore: (text, at) => beforeWord(text, at, `"'`), quotes: ['ldquo', 'lsquo'] },
  { textBefore: (text, at) => beforeWord(text, at, `'"`), quotes: ['lsquo', 'ldquo'] },
  // the '80s
  {
    textBefore(text, at) {
      const mark = at + spaceLength(text, at)
      const isDecade =
        text.charCodeAt(mark) === SINGLE &&
        isDigit(text.charCodeAt(mark + 1)) &&
        isDigit(text.charCodeAt(mark + 2)) &&
        text[mark + 3] === 's'
      return isDecade ? mark - at : -1
    },
    quotes: ['rsquo'],
  },
  // some "words
  {
    textBefore: (text, at) =>
      isSpace(text.charCodeAt(at)) &&
      isQuote(text.charCodeAt(at + 1)) &&
      isAsciiWordCode(text.charCodeAt(at + 2))
        ? 1
        : -1,
    quotes: ['open'],
  },
  // words"
  {
    textBefore(text, at) {
      const length = characterLength(text, at)
      return !opensBefore.has(text.charCodeAt(at)) && isQuote(text.charCodeAt(at + length)) ? length : -1
    },
    quotes: ['close'],
  },
  // <i>Name</i>'s
  {
    textBefore(text, at) {
      const next = text.charCodeAt(at + 1)
      const closes =
        at + 1 >= text.length || isSpace(next) || (next === LETTER_S && !isWordCharacter(text, at + 2))
      return isQuote(text.charCodeAt(at)) && closes ? 0 : -1
    },
    quotes: ['close'],
  },
  { textBefore: (text, at) => beforeMark(text, at, SINGLE), quotes: ['lsquo'] },
  { textBefore: (text, at) => beforeMark(text, at, DOUBLE), quotes: ['ldquo'] },
]

/** Quotation marks — kramdown syntax, “Typographic Symbols”: `"…"` and `'…'` become “…” and ‘…’. */
export const smartQuotes: SpanRule = {
  name: 'smart_quotes',
  first: undefined,
  stops: 'before-quotes',
  parse(cx) {
    if (!quoteFollows(cx.text, cx.pos)) return false
    for (const rule of quoteRules) {
      const length = rule.textBefore(cx.text, cx.pos)
      if (length < 0) continue
      cx.takeText(cx.pos + length)
      for (const quote of rule.quotes)
        cx.appendLeaf('smart_quote', cx.pos, cx.pos + 1, directed(quote, cx.text.charCodeAt(cx.pos)))
      return true
    }
    return false
  },
}

function directed(quote: QuoteRule['quotes'][number], written: number): Quote {
  if (quote === 'open') return written === DOUBLE ? 'ldquo' : 'lsquo'
  if (quote === 'close') return written === DOUBLE ? 'rdquo' : 'rsquo'
  return quote
}

const DOUBLE = 34
const SINGLE = 39
const BACKSLASH = 92
const ASTERISK = 42
const UNDERSCORE = 95
const LETTER_S = 115

const codes = (characters: string): ReadonlySet<number> =>
  new Set(Array.from(characters, character => character.charCodeAt(0)))

/** Ruby's punctuation class as kramdown writes it out. */
const punctuation = codes('!"#$%\'()*+,-./:;<=>?@[\\]^_`{|}~')
/** What a mark after it does not close. */
const opensBefore = codes(' \\\t\r\n[{(-')

/** `[^\\]?["']` at an offset. */
function quoteFollows(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (isQuote(code)) return true
  return code !== BACKSLASH && isQuote(text.charCodeAt(at + characterLength(text, at)))
}

function isQuote(code: number): boolean {
  return code === DOUBLE || code === SINGLE
}

/** Two marks before a word, with or without white space before them. */
function beforeWord(text: string, at: number, marks: string): number {
  const length = spaceLength(text, at)
  return text.startsWith(marks, at + length) && isAsciiWordCode(text.charCodeAt(at + length + 2))
    ? length
    : -1
}

/** A mark behind one character of any kind, or at once. */
function beforeMark(text: string, at: number, mark: number): number {
  const length = characterLength(text, at)
  if (text.charCodeAt(at + length) === mark) return length
  return text.charCodeAt(at) === mark ? 0 : -1
}

function spaceLength(text: string, at: number): number {
  return isSpace(text.charCodeAt(at)) ? 1 : 0
}

function characterLength(text: string, at: number): number {
  return text.codePointAt(at)! > 0xffff ? 2 : 1
}

function isEmphasisMark(code: number): boolean {
  return code === ASTERISK || code === UNDERSCORE
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** Ruby's `\w`. */
function isAsciiWordCode(code: number): boolean {
  return isDigit(code) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === UNDERSCORE
}

const wordCharacter = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/uy

/** Ruby's `\p{Word}` at an offset. */
function isWordCharacter(text: string, at: number): boolean {
  if (!(text.charCodeAt(at) > 127)) return isAsciiWordCode(text.charCodeAt(at))
  wordCharacter.lastIndex = at
  return wordCharacter.test(text)
}
