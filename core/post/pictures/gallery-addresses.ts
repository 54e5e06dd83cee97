import {
  Context,
  LiquidError,
  type LiquidHost,
  Limits,
  jekyllFilters,
  jekyllTags,
  parseTemplate,
} from '../../liquid/index.ts'
import { type RubyHash, RubyTime, type RubyValue, zoneNamed } from '../../ruby/index.ts'
import { findGalleries } from './find-galleries.ts'

/** What a gallery's include is rendered with. */
export interface GallerySite {
  /** The text of an include of the site; undefined where there is none of that name. */
  readonly include: (name: string) => string | undefined
  readonly baseurl: string
  readonly url: string
}

/** Enough for any gallery; a template that does more is not asked. */
const most = { steps: 200_000, items: 20_000, length: 1_000_000 }

const pictureAddress = /["'(=\s](?<address>[^\s"'()<>=]+\.(?:avif|gif|jpe?g|png|svg|webp))(?=[?#"')\s>])/gi

/**
 * The pictures of the site that a gallery shows, each once, from the site's root: what its include prints when it is
 * rendered. Empty where the include is missing or names its pictures only in a reader's browser.
 *
 * @param markup such as `{% assign … %}{% include gallery.html %}`
 */
export function galleryAddresses(markup: string, site: GallerySite): string[] {
  const printed = render(markup, site)
  const paths = [...printed.matchAll(pictureAddress)].flatMap(match =>
    pathOf(match.groups!['address']!, site),
  )
  return [...new Set(paths)]
}

/** The same for all galleries of a post. */
export function galleryFiles(source: string, site: GallerySite): string[] {
  const shown = findGalleries(source).flatMap(({ from, to }) =>
    galleryAddresses(source.slice(from, to), site),
  )
  return [...new Set(shown)]
}

function render(markup: string, site: GallerySite): string {
  const values: RubyHash = new Map<RubyValue, RubyValue>([
    ['url', site.url],
    ['baseurl', site.baseurl],
  ])
  const context = new Context({
    environment: new Map<RubyValue, RubyValue>([['site', values]]),
    filters: jekyllFilters,
    host: hostOf(site),
    limits: new Limits(most),
  })
  try {
    return parseTemplate(markup, { tags: jekyllTags }).render(context)
  } catch (error) {
    // A gallery that stops the site's build asks for no pictures; the post's problems say why.
    if (error instanceof LiquidError) return ''
    throw error
  }
}

function pathOf(address: string, { url, baseurl }: GallerySite): string[] {
  const own = url !== '' && address.startsWith(`${url}/`) ? address.slice(url.length) : address
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(own)) return []
  const below = baseurl !== '' && own.startsWith(`${baseurl}/`) ? own.slice(baseurl.length) : own
  const parts = decoded(below)
    .split('/')
    .filter(part => part !== '' && part !== '.')
  return parts.includes('..') ? [] : [parts.join('/')]
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address // A lone `%` is a character of the name.
  }
}

function hostOf(site: GallerySite): LiquidHost {
  const zone = zoneNamed('UTC')
  return {
    now: new RubyTime(0, 0, zone),
    zone,
    url: site.url,
    baseurl: site.baseurl,
    linksHaveBaseurl: true,
    highlighter: null,
    markdownify: text => text,
    smartify: text => text,
    sassify: text => text,
    highlight: code => code,
    include(name) {
      const source = site.include(name)
      return source === undefined ? undefined : parseTemplate(source, { tags: jekyllTags, name })
    },
    includeRelative: () => undefined,
    link: path => `/${path}`,
    postUrl: () => undefined,
    tolerate: () => true,
  }
}
