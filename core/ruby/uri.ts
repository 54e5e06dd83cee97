import { decodeUtf8, encodeUtf8 } from './utf8.ts'

/** URIs as the Addressable library takes them apart and spells them; Jekyll uses it for every URL. */
interface Uri {
  readonly scheme: string | undefined
  readonly authority: string | undefined
  readonly path: string
  readonly query: string | undefined
  readonly fragment: string | undefined
}

const unreserved = String.raw`a-zA-Z0-9\-._~`
const subDelimiters = String.raw`!$&'()*+,;=`
const pathCharacters = `${unreserved}${subDelimiters}:@`
const notIn = (characters: string): RegExp => new RegExp(`[^${characters}]`, 'gu')

const outside = {
  any: notIn(String.raw`${unreserved}${subDelimiters}:/?#[\]@`),
  scheme: notIn(String.raw`a-zA-Z0-9\-+.`),
  authority: notIn(String.raw`${pathCharacters}[\]`),
  host: notIn(String.raw`${unreserved}${subDelimiters}[:\]`),
  segment: notIn(pathCharacters),
  path: notIn(`${pathCharacters}/`),
  query: notIn(`${pathCharacters}/?`),
  queryPair: /[^a-zA-Z0-9\-._~!$'()*+,=:@/?%]|%(?!2B|2b)/gu,
} as const

/** A text no URI can be read from: Addressable's InvalidURIError. */
export class InvalidUri extends Error {}

/** @throws InvalidUri where what should be the scheme cannot be one */
function parse(text: string): Uri {
  const match = /^(([^:/?#]+):)?(\/\/([^/?#]*))?([^?#]*)(\?([^#]*))?(#(.*))?$/m.exec(text)
  if (match?.[2] !== undefined && !/^[a-z][a-z0-9.+-]*$/i.test(match[2]))
    throw new InvalidUri(`Invalid scheme format: '${match[2]}'`)
  return {
    scheme: match?.[2],
    authority: match?.[4],
    path: match?.[5] ?? '',
    query: match?.[7],
    fragment: match?.[9],
  }
}

function print({ scheme, authority, path, query, fragment }: Uri): string {
  return [
    scheme === undefined ? '' : `${scheme}:`,
    authority === undefined ? '' : `//${authority}`,
    path,
    query === undefined ? '' : `?${query}`,
    fragment === undefined ? '' : `#${fragment}`,
  ].join('')
}

/** Whether it names a scheme: `Addressable::URI#absolute?`. */
export function isAbsolute(text: string): boolean {
  return parse(text).scheme !== undefined
}

/** `Addressable::URI.parse(text).normalize.to_s`: percent signs where needed and only there, dots in paths resolved. */
export function normalizeUri(text: string): string {
  const uri = parse(text)
  const scheme = uri.scheme?.trim().toLowerCase()
  const path = normalizePath(uri)
  const emptyPath = path === '' && ['http', 'https', 'ftp', 'tftp'].includes(scheme ?? '')
  return print({
    scheme: scheme === undefined ? undefined : normalizeComponent(scheme, outside.scheme),
    authority: uri.authority === undefined ? undefined : normalizeAuthority(uri.authority, scheme),
    path: emptyPath ? '/' : path,
    query: normalizeQuery(uri.query),
    fragment:
      uri.fragment === undefined ? undefined : normalizeComponent(uri.fragment, outside.query) || undefined,
  })
}

const defaultPorts: Readonly<Record<string, string>> = { http: '80', https: '443', ftp: '21', ssh: '22' }

function normalizeAuthority(authority: string, scheme: string | undefined): string {
  const match = /^(?:([^[\]]*)@)?(.*?)(?::([^:@[\]]*))?$/s.exec(authority)!
  const host = (match[2] ?? '')
    .trim()
    .toLowerCase()
    .replace(/([^.])\.$/, '$1')
  const port =
    match[3] === undefined || match[3] === defaultPorts[scheme ?? ''] || match[3] === '' ? '' : `:${match[3]}`
  const user = match[1] === undefined ? '' : `${match[1]}@`
  return `${user}${normalizeComponent(host, outside.host)}${port}`
}

function normalizePath({ path, scheme }: Uri): string {
  const clear = scheme === undefined && /^(?!\/)[^/:]*:.*$/m.test(path) ? path.replace(':', '%2F') : path
  const segments = clear.trim().split('/')
  return removeDots(segments.map(segment => normalizeComponent(segment, outside.segment)).join('/'))
}

/** RFC 3986, 5.2.4, by Addressable's rules. */
function removeDots(path: string): string {
  let result = path
  for (;;) {
    const before = result
    result = result.replace(/\/\.\/|\/\.$/g, '/')
    if (result !== before) continue
    result = withoutParent(result)
    if (result !== before) continue
    result = result.replace(/^\.\.?\/?/, '')
    if (result !== before) continue
    result = result.replace(/^\/\.\.?\/|^(?:\/\.\.?)+\/?$/, '/')
    if (result === before) return result
  }
}

function withoutParent(path: string): string {
  const match = /\/([^/]*)\/\.\.\/|\/([^/]*)\/\.\.$/.exec(path)
  if (!match || match[1] === '..' || match[2] === '..' || match[1] === '.' || match[2] === '.') return path
  return `${path.slice(0, match.index)}/${path.slice(match.index + match[0].length)}`
}

function normalizeQuery(query: string | undefined): string | undefined {
  if (query === undefined) return undefined
  const pairs = query.split('&').map(pair => normalizeComponent(pair, outside.queryPair, '+'))
  return pairs.join('&') || undefined
}

/** `Addressable::URI.normalize_component`: decoded, then encoded where a character may not stand. */
export function normalizeComponent(text: string, forbidden: RegExp = outside.any, leaveEncoded = ''): string {
  return encodeComponent(decodeComponent(text, leaveEncoded).normalize('NFKC'), forbidden)
}

/** `Addressable::URI.encode`: each part encoded where a character may not stand; percent signs too. */
export function encodeUri(text: string): string {
  const { scheme, authority, path, query, fragment } = parse(text)
  return print({
    scheme: scheme === undefined ? undefined : encodeComponent(scheme, outside.scheme),
    authority: authority === undefined ? undefined : encodeComponent(authority, outside.authority),
    path: encodeComponent(path, outside.path),
    query: query === undefined ? undefined : encodeComponent(query, outside.query),
    fragment: fragment === undefined ? undefined : encodeComponent(fragment, outside.query),
  })
}

function encodeComponent(text: string, forbidden: RegExp): string {
  return text.replace(forbidden, percentEncode)
}

function percentEncode(character: string): string {
  return [...encodeUtf8(character)]
    .map(byte => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('')
}

/** `Addressable::URI.unencode`. Escapes that make no UTF-8 stay as they are. */
export function decodeComponent(text: string, leaveEncoded = ''): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, escapes => {
    const bytes = escapes
      .slice(1)
      .split('%')
      .map(hex => Number.parseInt(hex, 16))
    const decoded = decodeUtf8(bytes)
    if (decoded === undefined) return escapes
    return [...decoded]
      .map(character => (leaveEncoded.includes(character) ? percentEncode(character) : character))
      .join('')
  })
}

/** Ruby's `CGI.escape`: for the query of a URL, a space as `+`. */
export function cgiEscape(text: string): string {
  return text.replace(/[^ a-zA-Z0-9_.\-~]/gu, percentEncode).replaceAll(' ', '+')
}

/** Ruby's `CGI.unescape`; undefined where the bytes are no UTF-8. */
export function cgiUnescape(text: string): string | undefined {
  let valid = true
  const result = text.replaceAll('+', ' ').replace(/(?:%[0-9a-fA-F]{2})+/g, escapes => {
    const bytes = escapes
      .slice(1)
      .split('%')
      .map(hex => Number.parseInt(hex, 16))
    const decoded = decodeUtf8(bytes)
    valid &&= decoded !== undefined
    return decoded ?? ''
  })
  return valid ? result : undefined
}
