/**
 * Finds where in a text a construct may begin: kramdown's `span_start` patterns as data. A place is a stop when one of
 * the given strings begins there, or when the character after it is a quotation mark looked at from one before
 * (a backslash excepted), which is how kramdown finds smart quotes.
 */
export class StopFinder {
  /** What may begin with a character: nothing (0), a stop whatever follows (1), or one of these strings. */
  private readonly byCode: (0 | 1 | readonly string[])[] = Array.from({ length: 128 }, () => 0)
  private readonly quotes: boolean

  constructor(stops: readonly string[], quotes: boolean) {
    this.quotes = quotes
    for (const stop of stops) {
      const code = stop.charCodeAt(0)
      const before = this.byCode[code]!
      if (stop.length === 1) this.byCode[code] = 1
      else if (before !== 1) this.byCode[code] = before === 0 ? [stop] : [...before, stop]
    }
    if (quotes) for (const quote of [DOUBLE_QUOTE, SINGLE_QUOTE]) this.byCode[quote] = 1
  }

  /** The next stop from an offset on, or -1. */
  next(text: string, from: number): number {
    const { byCode } = this
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code > 127) continue
      const kind = byCode[code]!
      if (kind === 0) continue
      if (kind === 1) return this.quotes && isQuote(code) ? beforeQuote(text, from, at) : at
      if (startsWithOne(text, at, kind)) return at
    }
    return -1
  }
}

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
  const next = text.charCodeAt(at + 1)
  for (const stop of stops) if (stop.charCodeAt(1) === next && text.startsWith(stop, at)) return true
  return false
}
