import { type Refusal, refuse } from './embed.ts'
import { isPrivateHost } from './private-address.ts'
import { type WebUrl, parseUrl } from './web-url.ts'

/** A checked http(s) address, cut up for the provider table. */
export interface Address {
  readonly url: WebUrl
  /** The host in lower case without `www.`; compared whole, never by pattern on the raw text. */
  readonly host: string
  /** Path segments, percent-decoded, without the quotes and full stops that prose leaves at their ends. */
  readonly segments: readonly string[]
  /** A query parameter, from the query or, as some services have it, from the fragment. */
  readonly query: (name: string) => string | undefined
  /** The fragment without `#`. */
  readonly fragment: string
}

const longestAddress = 4096

/**
 * Reads an address a person wrote or pasted: default scheme https, `&amp;` decoded up to twice, dangerous forms refused.
 *
 * Tests the parsed host, because `http://0x7f.1/` and `http://[::ffff:7f00:1]/` are loopback too.
 */
export function readAddress(text: string): Address | Refusal {
  const written = trimInvisible(text)
  const refused = refuseWritten(written)
  if (refused) return refused
  const url = parseUrl(withScheme(decodeAmpersands(written)))
  if (!url || url.hostname === '') return refuse('not-a-url')
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return refuse('scheme')
  if (url.username !== '' || url.password !== '') return refuse('credentials')
  if (isPrivateHost(url.hostname)) return refuse('private-address')
  return cutUp(url)
}

/** Without white space and zero-width characters at the ends; a byte order mark is one of them. */
export function trimInvisible(text: string): string {
  // By hand: a pattern for the end would begin anew at every blank of a long paste.
  let from = 0
  let to = text.length
  while (from < to && invisible.test(text[from]!)) from++
  while (to > from && invisible.test(text[to - 1]!)) to--
  return withoutPair(text.slice(from, to))
}

const invisible = /[\s\u200B-\u200D\u2060\uFEFF]/

/** Without the quotes or parentheses that were copied along with an address. */
function withoutPair(text: string): string {
  return (
    /^(?:"(https?:[^"]*)"|'(https?:[^']*)'|\((https?:[^)]*)\))$/i.exec(text)?.slice(1).find(Boolean) ?? text
  )
}

/** What can be refused before parsing; schemes come first, so `data:text/html,<…` never counts as markup. */
export function refuseWritten(text: string): Refusal | undefined {
  if (text === '') return refuse('empty')
  if (text.length > longestAddress) return refuse('too-long')
  if (refusedScheme(text)) return refuse('scheme')
  if (/[\u200E\u200F\u202A-\u202E\u2066-\u2069\u061C]/.test(text)) return refuse('bidi-controls')
  if (/[\u0000-\u001F\u007F-\u009F]/.test(text)) return refuse('control-characters')
  if (text.includes('\\')) return refuse('backslash')
  if (/^https?:(?!\/\/)/i.test(text)) return refuse('malformed-scheme')
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text) && !/^https?:/i.test(text)) return refuse('scheme')
  return undefined
}

/** Schemes that run code or read the machine, whatever stands between their letters. */
export function refusedScheme(text: string): boolean {
  const packed = text.slice(0, 64).replace(/[\u0000-\u0020\u200B-\u200D]/g, '')
  return /^(?:javascript|data|vbscript|file|blob|about|ftp|mailto|tel|view-source|filesystem):/i.test(packed)
}

function withScheme(text: string): string {
  if (text.startsWith('//')) return `https:${text}`
  return /^https?:\/\//i.test(text) ? text : `https://${text}`
}

function decodeAmpersands(text: string): string {
  const once = text.replace(/&amp;/gi, '&')
  return once.replace(/&amp;/gi, '&')
}

function cutUp(url: WebUrl): Address {
  const fragment = url.hash.slice(1)
  const inFragment = new Map(
    fragment
      .replace(/^[!/?]+/, '')
      .split('&')
      .map(pair => [pair.split('=', 1)[0]!, decodePercent(pair.slice(pair.indexOf('=') + 1))] as const),
  )
  return {
    url,
    host: url.hostname.replace(/^www\./, ''),
    segments: url.pathname.split('/').filter(Boolean).map(cleanPart),
    query: name => {
      const value = url.searchParams.get(name) ?? inFragment.get(name)
      return value === undefined || value === '' ? undefined : trimPunctuation(value)
    },
    fragment,
  }
}

/** Decoded, and without the punctuation a sentence or a broken attribute puts around an id. */
export function cleanPart(text: string): string {
  return trimPunctuation(decodePercent(text))
}

function trimPunctuation(text: string): string {
  return text.replace(/^[\s"'(<]+/, '').replace(/[\s)."',>]+$/, '')
}

export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A stray `%`: the text means itself.
    return text
  }
}
