import {
  Context,
  LiquidError,
  Limits,
  type LimitOptions,
  jekyllFilters,
  parseTemplate,
} from '../liquid/index.ts'
import { type RubyObject, type RubyValue, isHash, toText, truthy } from '../ruby/index.ts'
import type { Site } from './create-site.ts'
import { deepMerge } from './deep-merge.ts'
import { Document } from './document.ts'
import { DocumentHost } from './document-host.ts'
import type { MarkdownBlock } from './markdown.ts'
import { documentObject, excerptObject } from './objects/document-object.ts'
import { pageObject } from './objects/page-object.ts'
import { Payload, type PayloadConstants, jekyllObject, themeObject } from './objects/payload.ts'
import { SiteObject } from './objects/site-object.ts'
import { Page } from './page.ts'
import type { SiteProblem } from './site.ts'

/** Content after Liquid and Markdown, before layouts. */
export interface RenderedContent {
  /** What Markdown was given. */
  readonly afterLiquid: string
  readonly blocks: readonly MarkdownBlock[]
  readonly html: string
}

/** Renders the documents of one state of a site; what one document shows of another is rendered once. */
export class SiteRenderer {
  readonly site: Site
  readonly siteObject: SiteObject
  readonly #limits: Partial<LimitOptions>
  readonly #constants: PayloadConstants
  readonly #objects = new Map<Document, RubyObject>()
  readonly #pageObjects = new Map<Page, RubyObject>()
  readonly #contents = new Map<Document | Page, string>()
  readonly #excerpts = new Map<Document, string>()
  /** Place of each document in the order of the build. */
  readonly #order = new Map<Document | Page, number>()
  #current: Document | Page | undefined
  #currentContent: string | undefined

  constructor(site: Site, limits: Partial<LimitOptions> = {}) {
    this.site = site
    this.#limits = limits
    const { theme, environment } = site.snapshot
    this.#constants = {
      jekyll: jekyllObject(site.options.jekyll === '3.10' ? '3.10.0' : '4.3.1', environment),
      theme: theme && themeObject(theme.name, theme.version),
    }
    this.siteObject = new SiteObject({
      settings: site.settings,
      data: site.data,
      collections: site.collections,
      pages: site.pages,
      staticFiles: site.staticFileObjects,
      objectOf: document => this.objectOf(document),
      pageObjectOf: page => this.pageObjectOf(page),
    })
    const documents = [...site.collections.values()].flatMap(collection => collection.documents)
    for (const [index, item] of [...documents, ...site.pages].entries()) this.#order.set(item, index)
  }

  objectOf(document: Document): RubyObject {
    const known = this.#objects.get(document)
    if (known) return known
    const object = documentObject(document, {
      contentOf: other => this.#visibleContent(other),
      outputOf: other => this.#visibleContent(other),
      excerptOf: other => this.excerptText(other),
      objectOf: other => this.objectOf(other),
    })
    this.#objects.set(document, object)
    return object
  }

  pageObjectOf(page: Page): RubyObject {
    const known = this.#pageObjects.get(page)
    if (known) return known
    const object = pageObject(page, other => this.#visibleContent(other))
    this.#pageObjects.set(page, object)
    return object
  }

  /** Content of a document as a template sees it: converted once its turn in the build has come. */
  #visibleContent(item: Document | Page): string {
    if (item === this.#current) return this.#currentContent ?? item.content
    const known = this.#contents.get(item)
    if (known !== undefined) return known
    const isEarlier = (this.#order.get(item) ?? 0) < (this.#order.get(this.#current!) ?? Infinity)
    if (!this.#current || !isEarlier) return item.content
    return this.#renderInBetween(item)
  }

  #renderInBetween(item: Document | Page): string {
    this.#contents.set(item, item.content)
    const html = this.#aside(item, () => this.#contentOrNothing(item))
    this.#contents.set(item, html)
    return html
  }

  #contentOrNothing(item: Document | Page): string {
    try {
      return this.#renderContent(item, []).html
    } catch (error) {
      if (error instanceof LiquidError) return ''
      throw error
    }
  }

  /** Does something about another document while one is being rendered. */
  #aside<T>(item: Document | Page, body: () => T): T {
    const before = { current: this.#current, content: this.#currentContent, related: this.siteObject.current }
    this.#current = item
    this.#currentContent = undefined
    this.siteObject.current = item instanceof Document ? item : undefined
    try {
      return body()
    } finally {
      this.#current = before.current
      this.#currentContent = before.content
      this.siteObject.current = before.related
    }
  }

  /**
   * Content of a document after Liquid and Markdown.
   *
   * @throws LiquidError where Jekyll's build would stop
   */
  renderContent(item: Document | Page, problems: SiteProblem[]): RenderedContent {
    return this.#aside(item, () => {
      const rendered = this.#renderContent(item, problems)
      this.#contents.set(item, rendered.html)
      return rendered
    })
  }

  #renderContent(item: Document | Page, problems: SiteProblem[]): RenderedContent {
    const page = item instanceof Document ? this.objectOf(item) : this.pageObjectOf(item)
    const payload = this.#payload(item, page)
    const layout = this.site.layouts.get(toText(layoutName(item)))
    if (layout) payload.layout = layout.data
    const host = new DocumentHost(this.site, item, problems, item.source.contentLine)
    const afterLiquid = wantsLiquid(item) ? this.#liquid(item.content, payload, host, page) : item.content
    return this.#convert(afterLiquid, item)
  }

  #convert(text: string, item: Document | Page): RenderedContent {
    const blocks = this.site.settings.isMarkdown(item.extension)
      ? this.site.markdown.blocks(text)
      : [{ html: text, offset: 0 }]
    return { afterLiquid: text, blocks, html: blocks.map(block => block.html).join('') }
  }

  #payload(item: Document | Page, page: RubyValue): Payload {
    const around = this.site.settings.isMarkdown(item.extension) ? '\n' : null
    return new Payload(page, this.siteObject, around, this.#constants)
  }

  #liquid(text: string, payload: Payload, host: DocumentHost, page: RubyValue): string {
    const template = parseTemplate(text, { tags: this.site.tags })
    return template.render(this.#context(payload, host, page))
  }

  #context(payload: Payload, host: DocumentHost, page: RubyValue): Context {
    return new Context({
      environment: payload,
      filters: jekyllFilters,
      host,
      limits: new Limits(this.#limits),
      page,
    })
  }

  /** The excerpt as HTML, or as front matter gives it; undefined where a document has none. */
  excerptOf(document: Document): string | undefined {
    const own = document.data.get('excerpt')
    if (truthy(own)) return toText(own)
    const source = document.excerptSource(this.site.tags)
    if (source === undefined) return undefined
    const known = this.#excerpts.get(document)
    if (known !== undefined) return known
    this.#excerpts.set(document, source)
    const html = this.#aside(document, () => this.#renderExcerpt(document, source))
    this.#excerpts.set(document, html)
    return html
  }

  excerptText(document: Document): string {
    return this.excerptOf(document) ?? ''
  }

  #renderExcerpt(document: Document, source: string): string {
    const page = excerptObject(document, source, {
      contentOf: other => this.#visibleContent(other),
      outputOf: other => this.#visibleContent(other),
      excerptOf: other => this.excerptText(other),
      objectOf: other => this.objectOf(other),
    })
    const host = new DocumentHost(this.site, document, [], document.source.contentLine)
    const wanted = wantsLiquid(document) && /\{[{%]/.test(source)
    try {
      const text = wanted ? this.#liquid(source, this.#payload(document, page), host, page) : source
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
  renderLayouts(item: Document | Page, content: string, problems: SiteProblem[]): string {
    return this.#aside(item, () => {
      this.#currentContent = content
      const page = item instanceof Document ? this.objectOf(item) : this.pageObjectOf(item)
      const payload = this.#payload(item, page)
      const used = new Set<string>()
      let output = content
      let name = toText(layoutName(item))
      if (name === 'none') return output
      this.#reportMissingLayout(name, item, problems)
      for (
        let layout = this.site.layouts.get(name);
        layout && !used.has(layout.name);
        layout = this.site.layouts.get(name)
      ) {
        used.add(layout.name)
        payload.content = output
        payload.layout = deepMerge(layout.data, isHash(payload.layout) ? payload.layout : new Map())
        const host = new DocumentHost(this.site, item, problems, undefined, layout.path)
        output = this.#layoutTemplate(layout.path, layout.content).render(this.#context(payload, host, page))
        name = toText(layout.data.get('layout'))
      }
      if (used.has(name)) problems.push(layoutProblem('layout.loop', `Layout '${name}' includes itself.`))
      return output
    })
  }

  readonly #layoutTemplates = new Map<string, ReturnType<typeof parseTemplate>>()

  #layoutTemplate(path: string, content: string): ReturnType<typeof parseTemplate> {
    const known = this.#layoutTemplates.get(path)
    if (known) return known
    const template = parseTemplate(content, { tags: this.site.tags, name: path })
    this.#layoutTemplates.set(path, template)
    return template
  }

  #reportMissingLayout(name: string, item: Document | Page, problems: SiteProblem[]): void {
    if (name === '' || this.site.layouts.has(name)) return
    problems.push(
      layoutProblem('layout.missing', `Layout '${name}' requested in ${item.file.path} does not exist.`),
    )
  }
}

function layoutProblem(code: string, message: string): SiteProblem {
  return { code, message, line: 1 }
}

function layoutName(item: Document | Page): RubyValue {
  return item instanceof Document ? item.data.get('layout') : item.value('layout')
}

export function layoutOf(item: Document | Page): RubyValue {
  return layoutName(item)
}

function wantsLiquid(item: Document | Page): boolean {
  const wanted =
    item instanceof Document ? item.data.get('render_with_liquid') : item.value('render_with_liquid')
  return wanted !== false && /\{[{%]/.test(item.content)
}
