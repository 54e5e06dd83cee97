import { isSpace, strip } from '../characters.ts'
import type { SpanParser } from '../span-parser.ts'

/** An address in parentheses; not `closed` when a title has to follow. */
export interface Address {
  readonly url: string
  readonly closed: boolean
  readonly end: number
}

/**
 * `(address)` or `(<address>)`, up to the parenthesis that closes the first or to white space before a quote
 * (parser/kramdown/link.rb, LINK_PAREN_STOP_RE). Parentheses in an address have to match; escapes do not count.
 *
 * @param at where the first parenthesis stands
 */
export function matchAddress(cx: SpanParser, at: number): Address | undefined {
  const { text } = cx
  if (text[at + 1] === '<') {
    const close = cx.search.indexOf('>', at + 2)
    const newline = cx.search.indexOf('\n', at + 2)
    if (close >= 0 && (newline < 0 || close < newline)) {
      const closed = text[close + 1] === ')'
      return { url: text.slice(at + 2, close), closed, end: close + (closed ? 2 : 1) }
    }
  }
  const { close, quote } = nearParenthesis(text, at) ?? parenthesesOf(cx).at(at)
  if (close === undefined && quote === undefined) return undefined
  if (close !== undefined && (quote === undefined || close < quote))
    return { url: strip(text.slice(at + 1, close)), closed: true, end: close + 1 }
  return { url: strip(text.slice(at + 1, quote)), closed: false, end: quote! + 1 }
}

/** `"title")` after an address. */
export function matchTitleAndClose(
  cx: SpanParser,
  from: number,
): { readonly title: string; readonly end: number } | undefined {
  const { text } = cx
  let open = from
  while (isSpace(text.charCodeAt(open))) open++
  const quote = text[open]
  if (quote !== '"' && quote !== "'") return undefined
  const closing = nextClosing(cx, quote, open + 2)
  return closing && { title: text.slice(open + 1, closing.quote), end: closing.end }
}

/** How far to look before a map of the whole text is made. */
const NEAR = 400

function nearParenthesis(text: string, at: number): ReturnType<ParenthesisMap['at']> | undefined {
  let depth = 0
  for (let place = at; place < at + NEAR && place < text.length; place++) {
    const character = text[place]
    if (character === '(') depth++
    else if (character === ')' && --depth === 0) return { close: place, quote: undefined }
    else if (isSpace(text.charCodeAt(place)) && (text[place + 1] === '"' || text[place + 1] === "'"))
      return { close: undefined, quote: place }
  }
  return undefined
}

interface Closing {
  readonly quote: number
  readonly end: number
}

interface ParenthesisMap {
  /** For the parenthesis at a place: the one that closes it, and the first white space before a quote after it. */
  at(open: number): { readonly close: number | undefined; readonly quote: number | undefined }
  readonly closings: Readonly<Record<'"' | "'", readonly Closing[]>>
}

const maps = new WeakMap<SpanParser, ParenthesisMap>()

/** Worked out once for a text, when its first address is read: looking for each anew would be quadratic. */
function parenthesesOf(cx: SpanParser): ParenthesisMap {
  const known = maps.get(cx)
  if (known) return known
  const created = createMap(cx.text)
  maps.set(cx, created)
  return created
}

function createMap(text: string): ParenthesisMap {
  const closeOf = new Map<number, number>()
  const quotes: number[] = []
  const open: number[] = []
  for (const match of text.matchAll(/[()]|[ \t\r\n\f\v](?=['"])/g)) {
    if (match[0] === '(') open.push(match.index)
    else if (match[0] !== ')') quotes.push(match.index)
    else if (open.length > 0) closeOf.set(open.pop()!, match.index)
  }
  return {
    at: place => ({ close: closeOf.get(place), quote: firstFrom(quotes, place) }),
    closings: { '"': closingsOf(text, /"[ \t\r\n\f\v]*\)/g), "'": closingsOf(text, /'[ \t\r\n\f\v]*\)/g) },
  }
}

function closingsOf(text: string, pattern: RegExp): Closing[] {
  return Array.from(text.matchAll(pattern), match => ({
    quote: match.index,
    end: match.index + match[0].length,
  }))
}

function nextClosing(cx: SpanParser, quote: '"' | "'", from: number): Closing | undefined {
  const closings = parenthesesOf(cx).closings[quote]
  let low = 0
  let high = closings.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (closings[middle]!.quote < from) low = middle + 1
    else high = middle
  }
  return closings[low]
}

function firstFrom(sorted: readonly number[], from: number): number | undefined {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < from) low = middle + 1
    else high = middle
  }
  return sorted[low]
}
