import {
  type Context,
  type TagDefinition,
  absoluteUrl,
  escapeOnce,
  stripHtml,
  toJson,
} from '../../liquid/index.ts'
import {
  type RubyHash,
  type RubyValue,
  RubyDate,
  RubyTime,
  isArray,
  isHash,
  rubyString,
  timeFromCivil,
  toText,
  truthy,
  uri,
  xmlschema,
} from '../../ruby/index.ts'
import { dig } from '../deep-merge.ts'

const version = '2.8.0'
const separator = ' | '

/** `{% seo %}` of jekyll-seo-tag: what search engines and social sites read of a page. */
export const seo: TagDefinition = {
  isBlock: false,
  parse: (markup, parser) => ({
    line: parser.line,
    blank: false,
    render(cx, output) {
      output.text += new SeoData(cx, !/title=false/i.test(markup)).print()
    },
  }),
}

/** The facts of a page by jekyll-seo-tag's rules (drop.rb), each falling back on the site's. */
class SeoData {
  readonly #cx: Context
  readonly #page: RubyValue
  readonly #site: RubyValue
  readonly #showsTitle: boolean

  constructor(cx: Context, showsTitle: boolean) {
    this.#cx = cx
    this.#page = cx.page
    this.#site = cx.findVariable('site')
    this.#showsTitle = showsTitle
  }

  print(): string {
    const lines = [
      `<!-- Begin Jekyll SEO tag v${version} -->`,
      ...this.#titleLines(),
      ...this.#descriptionLines(),
      ...this.#addressLines(),
      ...this.#imageLines(),
      ...this.#kindLines(),
      ...this.#twitterLines(),
      ...this.#facebookLines(),
      ...this.#verificationLines(),
      `<script type="application/ld+json">\n${toJson(this.#linkedData())}</script>`,
      '<!-- End Jekyll SEO tag -->',
    ]
    return lines.join('\n')
  }

  #titleLines(): string[] {
    const title = this.#title
    const generator = toText(dig(this.#cx.findVariable('jekyll'), 'version'))
    return [
      ...(title !== undefined && this.#showsTitle ? [`<title>${title}</title>`] : []),
      `<meta name="generator" content="Jekyll v${generator}" />`,
      ...property('og:title', this.#pageTitle),
      ...named('author', this.#author.get('name')),
      ...property('og:locale', this.#locale),
    ]
  }

  #descriptionLines(): string[] {
    const description = this.#description
    return [...named('description', description), ...property('og:description', description)]
  }

  #addressLines(): string[] {
    if (!truthy(this.#siteValue('url'))) return property('og:site_name', this.#siteTitle)
    return [
      `<link rel="canonical" href="${this.#canonicalUrl}" />`,
      ...property('og:url', this.#canonicalUrl),
      ...property('og:site_name', this.#siteTitle),
    ]
  }

  #imageLines(): string[] {
    const image = this.#image
    if (!image) return []
    return [
      ...property('og:image', image.get('path')),
      ...property('og:image:height', image.get('height')),
      ...property('og:image:width', image.get('width')),
      ...property('og:image:alt', image.get('alt')),
    ]
  }

  #kindLines(): string[] {
    const date = this.#pageValue('date')
    const paginator = this.#cx.findVariable('paginator')
    const link = (rel: string, page: string, path: string): string[] =>
      truthy(dig(paginator, page))
        ? [`<link rel="${rel}" href="${absoluteUrl(dig(paginator, path), this.#cx)}" />`]
        : []
    return [
      ...property('og:type', truthy(date) ? 'article' : 'website'),
      ...(truthy(date) ? property('article:published_time', this.#schemaDate(date)) : []),
      ...link('prev', 'previous_page', 'previous_page_path'),
      ...link('next', 'next_page', 'next_page_path'),
    ]
  }

  #twitterLines(): string[] {
    const image = this.#image
    const own = dig(this.#pageValue('twitter'), 'card')
    const shared = dig(this.#siteValue('twitter'), 'card')
    const card = truthy(own) ? toText(own) : truthy(shared) ? toText(shared) : 'summary_large_image'
    const twitter = this.#siteValue('twitter')
    const creator = this.#authorTwitter
    const handle = (value: RubyValue): string => `@${toText(value).replaceAll('@', '')}`
    return [
      ...named('twitter:card', image ? card : 'summary'),
      ...(image ? property('twitter:image', image.get('path')) : []),
      ...named('twitter:image:alt', image?.get('alt')),
      ...property('twitter:title', this.#pageTitle),
      ...(truthy(twitter) ? named('twitter:site', handle(dig(twitter, 'username'))) : []),
      ...(truthy(twitter) && creator !== undefined ? named('twitter:creator', handle(creator)) : []),
    ]
  }

  #facebookLines(): string[] {
    const facebook = this.#siteValue('facebook')
    return [
      ...property('fb:admins', dig(facebook, 'admins')),
      ...property('article:publisher', dig(facebook, 'publisher')),
      ...property('fb:app_id', dig(facebook, 'app_id')),
    ]
  }

  #verificationLines(): string[] {
    const given = this.#siteValue('webmaster_verifications')
    if (!truthy(given)) return named('google-site-verification', this.#siteValue('google_site_verification'))
    return verifications.flatMap(([key, name]) => named(name, dig(given, key)))
  }

  get #title(): string | undefined {
    const [site, page, description] = [this.#siteTitle, this.#pageTitle, this.#siteDescription]
    let title = page ?? site
    if (site !== undefined && page !== site) title = `${page}${separator}${site}`
    else if (site !== undefined && description !== undefined)
      title = site + separator + (this.#format(this.#siteValue('tagline')) ?? description)
    const number = this.#pageNumber
    return number === undefined ? title : number + (title ?? '')
  }

  get #pageNumber(): string | undefined {
    const paginator = this.#cx.findVariable('paginator')
    const current = Number(toText(dig(paginator, 'page')))
    if (!(current > 1)) return undefined
    const message = this.#siteValue('seo_paginator_message')
    return (truthy(message) ? toText(message) : 'Page %<current>s of %<total>s for ')
      .replace('%<current>s', String(current))
      .replace('%<total>s', toText(dig(paginator, 'total_pages')))
  }

  get #siteTitle(): string | undefined {
    const title = this.#siteValue('title')
    return this.#format(truthy(title) ? title : this.#siteValue('name'))
  }

  get #siteDescription(): string | undefined {
    return this.#format(this.#siteValue('description'))
  }

  get #pageTitle(): string | undefined {
    return this.#format(this.#pageValue('title')) ?? this.#siteTitle
  }

  get #description(): string | undefined {
    const own = this.#pageValue('description')
    return this.#format(truthy(own) ? own : this.#pageValue('excerpt')) ?? this.#siteDescription
  }

  get #locale(): string {
    const locale = [
      this.#pageValue('locale'),
      this.#siteValue('locale'),
      this.#pageValue('lang'),
      this.#siteValue('lang'),
    ]
    return toText(locale.find(truthy) ?? 'en_US').replaceAll('-', '_')
  }

  get #canonicalUrl(): string {
    const own = toText(this.#pageValue('canonical_url'))
    return own === '' ? absoluteUrl(this.#pageValue('url'), this.#cx).replace(/\/index\.html$/m, '/') : own
  }

  get #isHomeOrAbout(): boolean {
    return /^\/(?:about\/)?(?:index.html?)?$/m.test(toText(this.#pageValue('url')))
  }

  /** Author of the page, else the first of its authors, else the site's (author_drop.rb). */
  get #author(): RubyHash {
    const authors = this.#pageValue('authors')
    const sources = [
      this.#pageValue('author'),
      isArray(authors) ? authors[0] : null,
      this.#siteValue('author'),
    ]
    const author = sources.find(source => toText(source) !== '')
    if (isHash(author)) return author
    if (typeof author !== 'string') return new Map()
    const known = dig(this.#siteValue('data'), 'authors', author)
    return new Map([['name', author], ...(isHash(known) ? known : [])] as [RubyValue, RubyValue][])
  }

  get #authorTwitter(): string | undefined {
    const author = this.#author
    const twitter = truthy(author.get('twitter')) ? author.get('twitter') : author.get('name')
    return typeof twitter === 'string' ? twitter.replace(/^@/m, '') : undefined
  }

  /** The picture with its full address as `path`; undefined where there is none (image_drop.rb). */
  get #image(): RubyHash | undefined {
    const given = this.#pageValue('image')
    const image: RubyHash = new Map<RubyValue, RubyValue>([['path', null]])
    if (isHash(given)) for (const [key, value] of given) image.set(key, value)
    if (typeof given === 'string') image.set('path', given)
    const path = [image.get('path'), image.get('facebook'), image.get('twitter')].find(truthy)
    if (!truthy(path)) return undefined
    image.set('path', this.#escapedAddress(toText(path)))
    return image
  }

  #escapedAddress(address: string): string {
    return uri.normalizeComponent(uri.isAbsolute(address) ? address : absoluteUrl(address, this.#cx))
  }

  /** Structured data (json_ld_drop.rb), keys in order, without those that have no value. */
  #linkedData(): RubyHash {
    const modified = [
      dig(this.#pageSeo, 'date_modified'),
      this.#pageValue('last_modified_at'),
      this.#pageValue('date'),
    ]
    const type = this.#type
    const values: readonly (readonly [string, RubyValue])[] = [
      ['@context', 'https://schema.org'],
      ['@type', type],
      ['author', this.#authorData()],
      ['dateModified', this.#schemaDate(modified.find(truthy))],
      ['datePublished', this.#schemaDate(this.#pageValue('date'))],
      ['description', this.#description],
      ['headline', this.#pageTitle],
      ['image', this.#imageData()],
      ['mainEntityOfPage', this.#mainEntity(type)],
      ['name', this.#name],
      ['publisher', this.#publisher()],
      ['sameAs', this.#links],
      ['url', this.#canonicalUrl],
    ]
    return new Map(values.filter(([, value]) => value !== null && value !== undefined))
  }

  get #type(): string {
    const own = dig(this.#pageSeo, 'type')
    if (truthy(own)) return toText(own)
    if (this.#isHomeOrAbout) return 'WebSite'
    return truthy(this.#pageValue('date')) ? 'BlogPosting' : 'WebPage'
  }

  get #name(): string | undefined {
    const own = dig(this.#pageSeo, 'name')
    if (truthy(own)) return this.#format(own)
    if (!this.#isHomeOrAbout) return undefined
    const social = dig(this.#siteValue('social'), 'name')
    return truthy(social) ? this.#format(social) : this.#siteTitle
  }

  get #links(): RubyValue {
    const own = dig(this.#pageSeo, 'links')
    if (truthy(own)) return own
    const social = dig(this.#siteValue('social'), 'links')
    return this.#isHomeOrAbout && truthy(social) ? social : null
  }

  #authorData(): RubyValue {
    const author = this.#author
    const type = author.get('type')
    if (!truthy(author.get('name'))) return null
    if (truthy(type) && type !== 'Organization' && type !== 'Person') return null
    const data: RubyHash = new Map<RubyValue, RubyValue>([['@type', truthy(type) ? type : 'Person']])
    data.set('name', author.get('name'))
    if (truthy(author.get('url'))) data.set('url', author.get('url'))
    return data
  }

  #imageData(): RubyValue {
    const image = this.#image
    if (!image) return null
    if (image.size === 1) return image.get('path')
    const data: RubyHash = new Map(image)
    data.delete('path')
    return data.set('url', image.get('path')).set('@type', 'imageObject')
  }

  #mainEntity(type: string): RubyValue {
    if (type !== 'BlogPosting' && type !== 'CreativeWork') return null
    return new Map<RubyValue, RubyValue>([
      ['@type', 'WebPage'],
      ['@id', this.#canonicalUrl],
    ])
  }

  #publisher(): RubyValue {
    const logo = this.#siteValue('logo')
    if (!truthy(logo)) return null
    const picture: RubyHash = new Map<RubyValue, RubyValue>([
      ['@type', 'ImageObject'],
      ['url', this.#escapedAddress(toText(logo))],
    ])
    const data: RubyHash = new Map<RubyValue, RubyValue>([
      ['@type', 'Organization'],
      ['logo', picture],
    ])
    const name = this.#author.get('name')
    return truthy(name) ? data.set('name', name) : data
  }

  get #pageSeo(): RubyValue {
    const own = this.#pageValue('seo')
    return isHash(own) ? own : null
  }

  #pageValue(key: string): RubyValue {
    return dig(this.#page, key)
  }

  #siteValue(key: string): RubyValue {
    return dig(this.#site, key)
  }

  #schemaDate(value: RubyValue): string | undefined {
    if (!truthy(value)) return undefined
    if (value instanceof RubyTime) return xmlschema(value.in(this.#cx.zone))
    if (value instanceof RubyDate)
      return xmlschema(timeFromCivil({ ...value, hour: 0, minute: 0, second: 0 }, 0, this.#cx.zone))
    return toText(this.#cx.invokeFilter('date_to_xmlschema', value, []))
  }

  /** Markdown to plain text on one line; undefined for nothing. */
  #format(value: RubyValue): string | undefined {
    const html = this.#cx.host.markdownify(toText(value))
    const text = escapeOnce(rubyString.strip(stripHtml(html).replace(/[ \t\r\n\f\v]+/g, ' ')))
    return text === '' ? undefined : text
  }
}

/** Keys of `webmaster_verifications` and the names search engines look for. */
const verifications = [
  ['google', 'google-site-verification'],
  ['bing', 'msvalidate.01'],
  ['alexa', 'alexaVerifyID'],
  ['yandex', 'yandex-verification'],
  ['baidu', 'baidu-site-verification'],
  ['facebook', 'facebook-domain-verification'],
] as const

function named(name: string, value: RubyValue): string[] {
  return truthy(value) ? [`<meta name="${name}" content="${toText(value)}" />`] : []
}

function property(name: string, value: RubyValue): string[] {
  return truthy(value) ? [`<meta property="${name}" content="${toText(value)}" />`] : []
}
