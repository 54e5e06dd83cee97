import { RubyObject, type RubyValue, isHash, toText, uri } from '../../ruby/index.ts'
import type { Context } from '../context.ts'
import { argumentError } from '../liquid-error.ts'
import { type FilterTable, plain } from './filter.ts'
import { strictText, textInput } from './text-input.ts'

/** Filters on URLs (jekyll/filters/url_filters.rb). */
export const urlFilters: FilterTable = {
  relative_url: plain((input, cx) => (isNil(input) ? null : relativeUrl(input, cx))),
  absolute_url: plain((input, cx) => (isNil(input) ? null : absoluteUrl(input, cx))),
  strip_index: plain(input =>
    isNil(input) || toText(input) === '' ? null : textInput(input, 'sub').replace(/\/index\.html?$/m, '/'),
  ),
  cgi_escape: plain(input => uri.cgiEscape(strictText(input))),
  uri_escape: plain(input => (isNil(input) ? null : uri.normalizeComponent(strictText(input)))),
  url_encode: plain(input => (isNil(input) ? null : uri.cgiEscape(toText(input)))),
  url_decode: plain(input => {
    if (isNil(input)) return null
    const decoded = uri.cgiUnescape(toText(input))
    if (decoded === undefined) throw argumentError('invalid byte sequence in UTF-8')
    return decoded
  }),
}

function isNil(value: RubyValue): value is null | undefined {
  return value === null || value === undefined
}

/** The address with `baseurl` before it; one with a scheme stays as it is. */
export function relativeUrl(input: RubyValue, cx: Context): string {
  const text = urlText(input)
  if (uri.isAbsolute(text)) return text
  const base = toText(cx.host.baseurl).replace(/\/$/, '')
  return uri.normalizeUri(withSlash(base) + withSlash(text))
}

/** The address with `url` and `baseurl` before it; without a `url` only the latter. */
export function absoluteUrl(input: RubyValue, cx: Context): string {
  const text = urlText(input)
  if (uri.isAbsolute(text)) return text
  const site = toText(cx.host.url)
  const relative = relativeUrl(input, cx)
  return site === '' ? relative : uri.normalizeUri(site + relative)
}

/** Pages and posts stand for their URL. */
function urlText(input: RubyValue): string {
  if (input instanceof RubyObject && input.has('url')) return toText(input.get('url'))
  return isHash(input) && input.has('url') ? toText(input.get('url')) : toText(input)
}

function withSlash(text: string): string {
  return text === '' || text.startsWith('/') ? text : `/${text}`
}
