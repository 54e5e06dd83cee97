import { type RubyHash, type RubyValue, isArray, strftime, toText, uri } from '../ruby/index.ts'
import type { RubyTime } from '../ruby/index.ts'
import { slugify } from '../liquid/index.ts'

/** What the placeholders of a document's permalink are made from. */
export interface DocumentUrlFields {
  readonly collection: string
  /** The path without folder of the collection and extension, with a slash before it. */
  readonly path: string
  readonly baseName: string
  readonly slug: RubyValue
  readonly categories: RubyValue
  readonly date: RubyTime
  readonly outputExtension: string
}

/** A permalink names a placeholder Jekyll does not know; its build stops there. */
export class UnknownPlaceholder extends Error {
  readonly placeholder: string

  constructor(placeholder: string) {
    super(`The permalink has no placeholder :${placeholder}`)
    this.placeholder = placeholder
  }
}

type Placeholder = (fields: DocumentUrlFields) => string

const formatted =
  (format: string): Placeholder =>
  ({ date }) =>
    strftime(date, format)

/** Jekyll docs, “Permalinks”; jekyll/drops/url_drop.rb. */
const placeholders: Readonly<Record<string, Placeholder>> = {
  collection: fields => fields.collection,
  path: fields => fields.path,
  output_ext: fields => fields.outputExtension,
  name: fields => slugify(fields.baseName),
  title: fields => slugify(slugSource(fields), { mode: 'pretty', cased: true }),
  slug: fields => slugify(slugSource(fields)),
  categories: fields => distinctTexts(fields.categories, text => text.toLowerCase()).join('/'),
  slugified_categories: fields => distinctTexts(fields.categories, text => slugify(text)).join('/'),
  year: formatted('%Y'),
  month: formatted('%m'),
  day: formatted('%d'),
  hour: formatted('%H'),
  minute: formatted('%M'),
  second: formatted('%S'),
  i_day: formatted('%-d'),
  i_month: formatted('%-m'),
  short_month: formatted('%b'),
  long_month: formatted('%B'),
  short_year: formatted('%y'),
  w_year: formatted('%G'),
  week: formatted('%V'),
  w_day: formatted('%u'),
  short_day: formatted('%a'),
  long_day: formatted('%A'),
  y_day: formatted('%j'),
}

function slugSource({ slug, baseName }: DocumentUrlFields): string {
  return slug === null || slug === undefined ? baseName : toText(slug)
}

function distinctTexts(values: RubyValue, change: (text: string) => string): string[] {
  const list = isArray(values) ? values : values === null || values === undefined ? [] : [values]
  return [...new Set(list.map(value => change(toText(value))))]
}

/**
 * The URL path of a document, e.g. `/talks/2026/11/23/mirage.html`.
 *
 * jekyll/url.rb: a placeholder may be followed by `_`, which then stays; values are percent-encoded.
 *
 * @throws UnknownPlaceholder
 */
export function documentUrl(template: string, fields: DocumentUrlFields): string {
  const filled = template.replace(/:([a-z_]+)/g, (_, name: string) => {
    const known = Object.hasOwn(placeholders, name) || !name.endsWith('_') ? name : name.slice(0, -1)
    const placeholder = Object.hasOwn(placeholders, known) ? placeholders[known] : undefined
    if (!placeholder) throw new UnknownPlaceholder(name)
    return escapePath(placeholder(fields)) + name.slice(known.length)
  })
  return sanitizeUrl(filled)
}

/**
 * The URL path of a page: placeholders are replaced in this order, and only as long as a colon is left. Nil takes its
 * slash with it.
 */
export function pageUrl(
  template: string,
  values: readonly (readonly [string, string | undefined])[],
): string {
  let result = template
  for (const [name, value] of values) {
    if (!result.includes(':')) break
    result =
      value === undefined
        ? result.replaceAll(`/:${name}`, '')
        : result.replaceAll(`:${name}`, () => escapePath(value))
  }
  return sanitizeUrl(result)
}

function sanitizeUrl(text: string): string {
  return `/${text}`
    .replaceAll('..', '/')
    .replaceAll('./', '')
    .replace(/\/{2,}/g, '/')
}

export function escapePath(path: string): string {
  if (path === '' || /^[a-zA-Z0-9./-]+$/m.test(path)) return path
  return uri.encodeUri(path).replace('#', '%23')
}

/** Adds what a permalink style puts after a page's or a document's path (jekyll/utils.rb, add_permalink_suffix). */
export function withPermalinkSuffix(template: string, style: string): string {
  if (style === 'pretty') return `${template}/`
  if (['date', 'ordinal', 'none'].includes(style)) return `${template}:output_ext`
  return `${template}${style.endsWith('/') ? '/' : ''}${style.endsWith(':output_ext') ? ':output_ext' : ''}`
}

/** A value of a hash as text; undefined where there is none. */
export function textEntry(values: RubyHash, key: string): string | undefined {
  const value = values.get(key)
  return value === null || value === undefined || value === false ? undefined : toText(value)
}
