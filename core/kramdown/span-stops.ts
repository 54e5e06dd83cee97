/**
 * Finds where in a text a construct may begin: kramdown's `span_start` patterns as data. A place is a stop when one of
 * the given strings begins there, or when the character after it is a quotation mark looked at from one before
 * (a backslash excepted), which is how kramdown finds smart quotes.
 */
export class StopFinder {
  /** What may begin with a character. */
  private readonly first = new Uint8Array(CODES)
  /** What may begin with a character and the one after it. */
  private readonly pairs = new Uint8Array(CODES * CODES)
  /** Stops of more than two characters. */
  private readonly longer: readonly string[]
  private readonly quotes: boolean

  constructor(stops: readonly string[], quotes: boolean) {
    this.quotes = quotes
    this.longer = stops.filter(stop => stop.length > 2)
    for (const stop of stops) {
      const code = stop.charCodeAt(0)
      this.first[code] = Math.max(this.first[code]!, stop.length === 1 ? CERTAIN : POSSIBLE)
      const pair = code * CODES + stop.charCodeAt(1)
      if (stop.length > 1)
        this.pairs[pair] = Math.max(this.pairs[pair]!, stop.length === 2 ? CERTAIN : POSSIBLE)
    }
    if (quotes) for (const quote of [DOUBLE_QUOTE, SINGLE_QUOTE]) this.first[quote] = CERTAIN
  }

  /** The next stop from an offset on, or -1. */
  next(text: string, from: number): number {
    const { first, pairs } = this
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code >= CODES) continue
      const kind = first[code]!
      if (kind === NONE) continue
      if (kind === CERTAIN) return this.quotes && isQuote(code) ? beforeQuote(text, from, at) : at
      const second = text.charCodeAt(at + 1)
      if (!(second < CODES)) continue
      const pair = pairs[code * CODES + second]!
      if (pair === CERTAIN || (pair === POSSIBLE && startsWithOne(text, at, this.longer))) return at
    }
    return -1
  }
}

/** Stops are of ASCII characters. */
const CODES = 128
const NONE = 0
const POSSIBLE = 1
const CERTAIN = 2

const DOUBLE_QUOTE = 34
const SINGLE_QUOTE = 39
const BACKSLASH = 92

function isQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE
}

/** One character before a quotation mark, if it has been passed over just now and is no backslash. */
function beforeQuote(text: string, from: number, quote: number): number {
  const before = quote - 1
  if (before < from || text.charCodeAt(before) === BACKSLASH) return quote
  const code = text.charCodeAt(before)
  const isPair = code >= 0xdc00 && code <= 0xdfff && before > from
  return isPair ? before - 1 : before
}

function startsWithOne(text: string, at: number, stops: readonly string[]): boolean {
  for (const stop of stops) if (text.startsWith(stop, at)) return true
  return false
}
