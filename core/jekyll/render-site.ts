import { Context, LiquidError, type LimitOptions, Limits, parseTemplate } from '../liquid/index.ts'
import { type RubyObject, type RubyValue, isHash, toText, truthy } from '../ruby/index.ts'
import type { Site } from './create-site.ts'
import { deepMerge } from './deep-merge.ts'
import { Document } from './document.ts'
import { DocumentHost } from './document-host.ts'
import type { MarkdownBlock } from './markdown.ts'
import { DocumentObject, type DocumentSurroundings, ExcerptObject } from './objects/document-object.ts'
import { pageObject } from './objects/page-object.ts'
import { Payload, type PayloadConstants, jekyllObject, themeObject } from './objects/payload.ts'
import { SiteObject, newestFirst } from './objects/site-object.ts'
import { Page } from './page.ts'
import { paginator } from './plugins/paginate.ts'
import { filtersFor } from './plugins/site-tags.ts'
import { follows } from './versions.ts'
import type { SiteProblem } from './site.ts'

export type SiteItem = Document | Page

/** Content after Liquid and Markdown, before layouts. */
export interface RenderedContent {
  /** What Markdown was given. */
  readonly afterLiquid: string
  readonly blocks: readonly MarkdownBlock[]
  readonly html: string
}

/** Renders the documents of one state of a site; what one document shows of another is rendered once. */
export class SiteRenderer implements DocumentSurroundings {
  readonly site: Site
  readonly #siteObject: SiteObject
  readonly #limits: Partial<LimitOptions>
  readonly #constants: PayloadConstants
  readonly #objects = new Map<SiteItem, RubyObject>()
  readonly #contents = new Map<SiteItem, string>()
  readonly #excerpts = new Map<Document, string>()
  /** Place of each document in the order of the build. */
  readonly #order = new Map<SiteItem, number>()
  readonly #byPath = new Map<string, SiteItem>()
  /** Posts as the pages of jekyll-paginate list them: put in order before any date is settled. */
  readonly #listed: readonly Document[]
  #current: SiteItem | undefined
  #currentContent: string | undefined
  #datesAreSettled = false

  constructor(site: Site, limits: Partial<LimitOptions> = {}) {
    this.site = site
    this.#limits = limits
    const { theme, environment } = site.snapshot
    this.#constants = {
      jekyll: jekyllObject(site.settings.jekyll.version === '3.10' ? '3.10.0' : '4.3.1', environment),
      theme: theme && themeObject(theme.name, theme.version),
    }
    this.#siteObject = new SiteObject({
      settings: site.settings,
      data: site.data,
      collections: site.collections,
      pages: site.pages,
      staticFiles: site.staticFileObjects,
      objectOf: document => this.objectOf(document),
      pageObjectOf: page => this.objectOf(page),
    })
    this.#listed =
      site.pageNumbers.size === 0 ? [] : newestFirst(site.collections.get('posts')?.documents ?? [])
    const documents = [...site.collections.values()].flatMap(collection => collection.documents)
    for (const [index, item] of [...documents, ...site.pages].entries()) {
      this.#order.set(item, index)
      // Pages jekyll-paginate adds share the path of the first.
      if (!this.#byPath.has(item.file.path)) this.#byPath.set(item.file.path, item)
    }
  }

  /** Forgets what was rendered, after the content of a document was replaced. */
  forget(): void {
    this.#contents.clear()
    this.#excerpts.clear()
  }

  /** The document of a path; with a URL, the one of the pages made of it that has this address. */
  find(path: string, url?: string): SiteItem | undefined {
    const first = this.#byPath.get(path)
    if (url === undefined || first?.url === url) return first
    return this.site.pages.find(page => page.file.path === path && page.url === url) ?? first
  }

  objectOf(item: SiteItem): RubyObject {
    const known = this.#objects.get(item)
    if (known) return known
    const object =
      item instanceof Document
        ? new DocumentObject(item, this)
        : pageObject(item, page => this.contentOf(page))
    this.#objects.set(item, object)
    return object
  }

  /**
   * A document as its own templates see it. That of a page is taken down before it is converted, so that its layouts
   * still find the content as written there, unlike in `site.pages` (jekyll/renderer.rb, assign_pages!).
   */
  #pageVariable(item: SiteItem): RubyObject {
    return item instanceof Page ? pageObject(item, page => page.content) : this.objectOf(item)
  }

  neighbourOf(document: Document, distance: 1 | -1): Document | undefined {
    const { documents } = this.site.collections.get(document.collection.label) ?? { documents: [] }
    const index = this.#order.get(document)! - (this.#order.get(documents[0]!) ?? 0)
    return documents[index + distance]
  }

  /** Content of a document as a template sees it: converted once its turn in the build has come. */
  contentOf(item: SiteItem): string {
    if (item === this.#current) return this.#currentContent ?? item.content
    const place = this.#order.get(item) ?? 0
    if (this.#current && place >= (this.#order.get(this.#current) ?? Infinity)) return item.content
    const known = this.#contents.get(item)
    return known ?? (this.#current ? this.#renderInBetween(item) : item.content)
  }

  #renderInBetween(item: SiteItem): string {
    // Until it is done, it shows as written to templates that ask for it in a circle.
    this.#contents.set(item, item.content)
    const html = this.#aside(item, () => this.#contentOrNothing(item))
    this.#contents.set(item, html)
    return html
  }

  #contentOrNothing(item: SiteItem): string {
    try {
      return this.#renderContent(item, []).html
    } catch (error) {
      if (error instanceof LiquidError) return ''
      throw error
    }
  }

  /** Makes a document the current one while something about it is done. */
  #aside<T>(item: SiteItem, body: () => T): T {
    const before = {
      current: this.#current,
      content: this.#currentContent,
      related: this.#siteObject.current,
      page: this.#siteObject.currentPage,
    }
    this.#current = item
    this.#currentContent = undefined
    if (item instanceof Page) this.#settleDates()
    this.#siteObject.current = item instanceof Document ? item : undefined
    this.#siteObject.currentPage = item instanceof Page ? item : undefined
    try {
      return body()
    } finally {
      this.#current = before.current
      this.#currentContent = before.content
      this.#siteObject.current = before.related
      this.#siteObject.currentPage = before.page
    }
  }

  /**
   * Pages come after all documents, each of which has a date by then. Before, lists of posts are ordered by the dates
   * known so far, which is how Jekyll does it where posts of times to come are shown.
   */
  #settleDates(): void {
    if (this.#datesAreSettled) return
    this.#datesAreSettled = true
    for (const { documents } of this.site.collections.values())
      for (const document of documents) document.settleDate()
  }

  /**
   * Content of a document after Liquid and Markdown.
   *
   * @throws LiquidError where Jekyll's build would stop
   */
  renderContent(item: SiteItem, problems: SiteProblem[]): RenderedContent {
    return this.#aside(item, () => {
      const rendered = this.#renderContent(item, problems)
      this.#contents.set(item, rendered.html)
      return rendered
    })
  }

  #renderContent(item: SiteItem, problems: SiteProblem[]): RenderedContent {
    const payload = this.#payload(item, this.#pageVariable(item))
    const layout = this.site.layouts.get(layoutName(item, this.site))
    if (layout) payload.layout = layout.data
    const host = new DocumentHost(this.site, item, problems, item.source.contentLine)
    const text = wantsLiquid(item, item.content) ? this.#liquid(item.content, payload, host) : item.content
    return this.#convert(text, item)
  }

  #convert(text: string, item: SiteItem): RenderedContent {
    const blocks = this.site.settings.isMarkdown(item.extension)
      ? this.site.markdown.blocks(text)
      : [{ html: text, offset: 0 }]
    return { afterLiquid: text, blocks, html: blocks.map(block => block.html).join('') }
  }

  #payload(item: SiteItem, page: RubyValue): Payload {
    const around = this.site.settings.isMarkdown(item.extension) ? '\n' : null
    const payload = new Payload(page, this.#siteObject, around, this.#constants)
    if (item instanceof Page && this.site.pageNumbers.has(item)) payload.paginator = this.#paginator(item)
    return payload
  }

  #paginator(page: Page): RubyValue {
    const { pageNumbers, settings } = this.site
    return paginator(page, pageNumbers, this.#listed, post => this.objectOf(post), settings)
  }

  #liquid(text: string, payload: Payload, host: DocumentHost): string {
    return parseTemplate(text, { tags: this.site.tags }).render(this.#context(payload, host))
  }

  #context(payload: Payload, host: DocumentHost): Context {
    const limits = new Limits(this.#limits)
    return new Context({
      environment: payload,
      filters: filtersFor(this.site.settings.jekyll),
      host,
      limits,
      page: payload.page,
    })
  }

  /** The excerpt as a template prints it. */
  excerptOf(document: Document): string {
    return this.renderExcerpt(document) ?? ''
  }

  /** The excerpt as HTML, or as front matter gives it; undefined where a document has none. */
  renderExcerpt(document: Document): string | undefined {
    const own = document.data.get('excerpt')
    if (truthy(own)) return toText(own)
    const source = document.excerptSource(this.site.tags)
    if (source === undefined) return undefined
    const known = this.#excerpts.get(document)
    if (known !== undefined) return known
    this.#excerpts.set(document, source)
    const html = this.#aside(document, () => this.#convertExcerpt(document, source))
    this.#excerpts.set(document, html)
    return html
  }

  #convertExcerpt(document: Document, source: string): string {
    const page = new ExcerptObject(document, source, this)
    const host = new DocumentHost(this.site, document, [], document.source.contentLine)
    try {
      const wanted = wantsLiquid(document, source)
      const text = wanted ? this.#liquid(source, this.#payload(document, page), host) : source
      return this.#convert(text, document).html
    } catch (error) {
      if (error instanceof LiquidError) return source
      throw error
    }
  }

  /**
   * The whole page: content in its layout, that in the next one, and so on. A layout met again ends the chain.
   *
   * @throws LiquidError where Jekyll's build would stop
   */
  renderLayouts(item: SiteItem, content: string, problems: SiteProblem[]): string {
    const first = layoutName(item, this.site)
    if (first === 'none' || /^\.(?:s[ac]ss|coffee)$/.test(item.extension)) return content
    if (first !== '' && !this.site.layouts.has(first)) {
      const message = `Layout '${first}' requested in ${item.file.path} does not exist.`
      problems.push({ code: 'layout.missing', message, line: 1 })
    }
    return this.#aside(item, () => this.#renderChain(item, first, content, problems))
  }

  #renderChain(item: SiteItem, first: string, content: string, problems: SiteProblem[]): string {
    this.#currentContent = content
    const payload = this.#payload(item, this.#pageVariable(item))
    const used = new Set<string>()
    let output = content
    for (let layout = this.site.layouts.get(first); layout;) {
      used.add(layout.name)
      payload.content = output
      payload.layout = deepMerge(layout.data, isHash(payload.layout) ? payload.layout : new Map())
      const host = new DocumentHost(this.site, item, problems, undefined, layout.path)
      output = this.site.layoutTemplate(layout.name).render(this.#context(payload, host))
      layout = this.site.layouts.get(toText(layout.data.get('layout')))
      if (layout && used.has(layout.name)) {
        problems.push({ code: 'layout.loop', message: `Layout '${layout.name}' includes itself.`, line: 1 })
        break
      }
    }
    return output
  }
}

export function layoutOf(item: SiteItem): RubyValue {
  return item instanceof Document ? item.data.get('layout') : item.value('layout')
}

/** The layout's name; on GitHub Pages one that is not named is guessed (jekyll-default-layout). */
function layoutName(item: SiteItem, site: Site): string {
  const own = layoutOf(item)
  if (own !== null && own !== undefined) return toText(own)
  if (!follows(site.settings.jekyll, 'pages-default-layout') || !site.settings.isMarkdown(item.extension))
    return ''
  const isHome = item.url === '/'
  const label = item instanceof Page ? 'page' : item.collection.label
  const kind = label === 'posts' ? 'post' : label
  return [...(isHome ? ['home'] : []), kind, 'default'].find(name => site.layouts.has(name)) ?? ''
}

/** Text without a tag or a variable is left alone, and front matter may switch Liquid off. */
function wantsLiquid(item: SiteItem, text: string): boolean {
  const wanted =
    item instanceof Document ? item.data.get('render_with_liquid') : item.value('render_with_liquid')
  const isHeard = !follows(item.settings.jekyll, 'liquid-in-front-matter')
  return !(isHeard && wanted === false) && /\{[{%]/.test(text)
}
