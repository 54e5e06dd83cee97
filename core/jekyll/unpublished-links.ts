import { toText } from '../ruby/index.ts'
import { toPlain } from '../yaml/index.ts'
import { type Site, createSite } from './create-site.ts'
import type { Document } from './document.ts'
import type { RenderProblem, RenderedBlock } from './render-document.ts'

/** What keeps readers from a post, by where it would be. */
type Unpublished = ReadonlyMap<string, string>

interface Addresses {
  readonly published: ReadonlySet<string>
  /** Made for the first link that leads to none of these. */
  unpublished?: Unpublished
}

const addresses = new WeakMap<Site, Addresses>()

/** Links of rendered content to drafts, hidden posts and posts of a time to come: readers would not find them. */
export function unpublishedLinks(site: Site, blocks: readonly RenderedBlock[]): RenderProblem[] {
  return blocks.flatMap(({ html, line }) =>
    [...html.matchAll(/<a\b[^>]*?\bhref="([^"]+)"/g)].flatMap(([, href = '']) => {
      const why = whyUnpublished(site, href)
      return why === undefined
        ? []
        : [{ code: 'link.unpublished-post', line, message: `${href} leads to ${why}` }]
    }),
  )
}

function whyUnpublished(site: Site, href: string): string | undefined {
  const path = ownPath(site, href)
  if (path === undefined) return undefined
  const known = addresses.get(site) ?? { published: new Set(documentsOf(site).map(({ url }) => bare(url))) }
  addresses.set(site, known)
  if (known.published.has(bare(path))) return undefined
  known.unpublished ??= findUnpublished(site)
  return known.unpublished.get(bare(path))
}

/** The path on the site that an address leads to; undefined for one that leads elsewhere, or within the page. */
function ownPath({ settings }: Site, href: string): string | undefined {
  const configured = (key: string): string => toText(settings.configuration.get(key)).replace(/\/+$/, '')
  const [url, base] = [configured('url'), configured('baseurl')]
  const local = url !== '' && href.startsWith(`${url}/`) ? href.slice(url.length) : href
  if (!/^\/(?!\/)/.test(local)) return undefined
  return base !== '' && local.startsWith(`${base}/`) ? local.slice(base.length) : local
}

/** Servers find a page by any of these: `/a/`, `/a`, `/a.html`, `/a/index.html`. */
function bare(path: string): string {
  return path.replace(/[?#].*$/, '').replace(/(?:\/index)?(?:\.html)?\/?$/, '')
}

function findUnpublished(site: Site): Unpublished {
  const published = new Set(documentsOf(site).map(({ path }) => path))
  const all = createSite(site.snapshot, { ...site.options, drafts: true, future: true, unpublished: true })
  return new Map(
    documentsOf(all)
      .filter(({ path }) => !published.has(path))
      .map(({ url, document }) => [bare(url), reason(document)]),
  )
}

function reason(document: Document): string {
  if (document.isDraft) return 'a draft. Readers find it once that is published.'
  if (toPlain(document.data.get('published')) === false) return 'a post that its front matter hides.'
  return 'a post of a day to come. Readers find it from that day on.'
}

interface Addressed {
  readonly document: Document
  readonly path: string
  readonly url: string
}

/** Those whose address fails are left out: the preview says why. */
function documentsOf(site: Site): Addressed[] {
  return [...site.collections.values()].flatMap(collection =>
    collection.documents.flatMap(document => {
      try {
        return [{ document, path: document.file.path, url: document.url }]
      } catch {
        return []
      }
    }),
  )
}
