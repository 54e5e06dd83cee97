import { LiquidError } from '../liquid/index.ts'
import { type RubyValue, isArray, toText, truthy, xmlschema } from '../ruby/index.ts'
import { type PlainValue, toPlain } from '../yaml/index.ts'
import type { Site } from './create-site.ts'
import { Document } from './document.ts'
import { type EditedSite, editSite } from './edit-site.ts'
import type { Page } from './page.ts'
import { type RenderedContent, type SiteItem, SiteRenderer, layoutOf } from './render-site.ts'
import type { SiteProblem } from './site.ts'
import { mapLines } from './source-lines.ts'

export interface RenderRequest {
  /** Relative to the site's source. */
  readonly path: string
  /** Which of the pages jekyll-paginate makes of one file; the first where it is left out. */
  readonly url?: string
  /** The text to render instead of the one in the snapshot, as the editor has it. */
  readonly source?: string
  /** Whether to render the whole page too. */
  readonly layout?: boolean
  /** Whether to render the excerpt too, which Jekyll does where a template asks for it. */
  readonly excerpt?: boolean
  /** Whether to tell the blocks of the content and their lines too. */
  readonly blocks?: boolean
}

/** One top-level block of a document's content. */
export interface RenderedBlock {
  readonly html: string
  /** The line of the source it starts at, from 1. */
  readonly line: number
}

export interface RenderProblem {
  readonly code: string
  readonly message: string
  readonly line: number
}

/** What Jekyll makes of one document. */
export interface RenderedDocument {
  readonly path: string
  /** `pages` for a page. */
  readonly collection: string
  readonly url: string
  readonly id: string | null
  /** ISO 8601 with offset. */
  readonly date: string | null
  readonly slug: string | null
  readonly title: PlainValue
  readonly layout: PlainValue
  readonly categories: PlainValue
  readonly tags: PlainValue
  /** What its front matter, the site's defaults for it or the site itself say of its language. */
  readonly language: PlainValue
  readonly draft: boolean
  /** Paths of the neighbours in the collection. */
  readonly previous: string | null
  readonly next: string | null
  /** The text kramdown was given; null like the content. */
  readonly afterLiquid: string | null
  /** Null where Liquid failed. */
  readonly contentHtml: string | null
  readonly outputHtml?: string | null
  readonly excerpt?: string | null
  readonly blocks?: readonly RenderedBlock[]
  readonly problems: readonly RenderProblem[]
}

interface Renderers {
  readonly saved: SiteRenderer
  /** The site as it will be once the text being written is saved. */
  edited: EditedSite | undefined
}

const renderers = new WeakMap<Site, Renderers>()

function renderersOf(site: Site): Renderers {
  const known = renderers.get(site)
  if (known) return known
  const made: Renderers = { saved: new SiteRenderer(site), edited: undefined }
  renderers.set(site, made)
  return made
}

/**
 * Renders one document of a site as Jekyll would publish it.
 *
 * @returns undefined where the site has no such document and no source was given
 */
export function renderDocument(site: Site, request: RenderRequest): RenderedDocument | undefined {
  const known = renderersOf(site)
  if (request.source !== undefined) {
    known.edited = editSite(site, request.path, request.source, known.edited)
    return renderItem(known.edited.renderer, known.edited.item, request)
  }
  const item = known.saved.find(request.path, request.url)
  return item && renderItem(known.saved, item, request)
}

/** Everything Jekyll would write from Markdown or HTML: documents in the order of the build, then pages. */
export function listDocuments(site: Site): Pick<RenderRequest, 'path' | 'url'>[] {
  // The URL of a document is not asked for: it settles the document's date, and the build does so later.
  const documents = [...site.collections.values()].flatMap(collection =>
    collection.documents.map(({ file }) => ({ path: file.path })),
  )
  const pages = site.pages.filter(page => page.isHtml)
  return [...documents, ...pages.map(({ file, url }) => ({ path: file.path, url }))]
}

function renderItem(renderer: SiteRenderer, item: SiteItem, wanted: RenderRequest): RenderedDocument {
  const problems: SiteProblem[] = [...item.problems]
  const content = attempt(item, problems, () => renderer.renderContent(item, problems))
  const output =
    wanted.layout && content
      ? attempt(item, problems, () => renderer.renderLayouts(item, content.html, problems))
      : undefined
  return {
    ...describe(item, renderer, wanted.excerpt ?? false),
    afterLiquid: content?.afterLiquid ?? null,
    contentHtml: content?.html ?? null,
    ...(wanted.layout && { outputHtml: output ?? null }),
    ...(wanted.blocks && { blocks: content ? placeBlocks(content, item) : [] }),
    problems: problems.map(({ code, message, line }) => ({ code, message, line: line ?? 1 })),
  }
}

/** Runs a step that Liquid may stop; the reason becomes a problem. */
function attempt<T>(item: SiteItem, problems: SiteProblem[], step: () => T): T | undefined {
  try {
    return step()
  } catch (error) {
    if (!(error instanceof LiquidError)) throw error
    const inContent = error.includedAt ?? (error.templateName === undefined ? error.lineNumber : undefined)
    const line = (inContent ?? 1) + item.source.contentLine - 1
    problems.push({ code: 'liquid.error', message: error.text.trim(), line })
    return undefined
  }
}

type Description = Omit<
  RenderedDocument,
  'afterLiquid' | 'contentHtml' | 'outputHtml' | 'blocks' | 'problems'
>

function describe(item: SiteItem, renderer: SiteRenderer, withExcerpt: boolean): Description {
  if (!(item instanceof Document)) {
    const excerpt = withExcerpt && { excerpt: textOrNull(item.value('excerpt')) }
    return { ...describePage(item, renderer.site), ...excerpt }
  }
  // What is told of one document must not change how the next one sees it.
  return item.withoutSettling(() => {
    const excerpt = withExcerpt && { excerpt: renderer.renderExcerpt(item) ?? null }
    return { ...describeDocument(item, renderer), ...excerpt }
  })
}

function describeDocument(document: Document, renderer: SiteRenderer): Description {
  return {
    path: document.file.path,
    collection: document.collection.label,
    url: document.url,
    id: document.id,
    date: xmlschema(document.date),
    slug: textOrNull(document.data.get('slug')),
    title: toPlain(document.data.get('title')),
    layout: toPlain(layoutOf(document)),
    categories: listOf(document.data.get('categories')),
    tags: listOf(document.data.get('tags')),
    language: languageOf(name => document.data.get(name), renderer.site),
    draft: document.isDraft,
    previous: renderer.neighbourOf(document, -1)?.file.path ?? null,
    next: renderer.neighbourOf(document, 1)?.file.path ?? null,
  }
}

function describePage(page: Page, site: Site): Description {
  return {
    path: page.file.path,
    collection: 'pages',
    url: page.url,
    id: null,
    date: null,
    slug: null,
    title: toPlain(page.value('title')),
    layout: toPlain(layoutOf(page)),
    categories: listOf(page.value('categories')),
    tags: listOf(page.value('tags')),
    language: languageOf(name => page.value(name), site),
    draft: false,
    previous: null,
    next: null,
  }
}

function textOrNull(value: RubyValue): string | null {
  return truthy(value) ? toText(value) : null
}

/** Jekyll has no word of its own for it; these are what themes and plugins read. */
function languageOf(own: (name: string) => RubyValue, { settings }: Site): PlainValue {
  const names = ['lang', 'language', 'locale']
  const told = names.map(own).find(truthy) ?? names.map(name => settings.configuration.get(name)).find(truthy)
  return toPlain(told ?? null)
}

function listOf(value: RubyValue): PlainValue {
  return isArray(value) ? toPlain(value) : null
}

function placeBlocks(content: RenderedContent, item: SiteItem): RenderedBlock[] {
  const { afterLiquid, blocks } = content
  const lines = afterLiquid === item.content ? undefined : mapLines(afterLiquid, item.content)
  let line = 0
  let offset = 0
  return blocks.map(block => {
    for (
      let at = afterLiquid.indexOf('\n', offset);
      at !== -1 && at < block.offset;
      at = afterLiquid.indexOf('\n', at + 1)
    ) {
      line++
      offset = at + 1
    }
    return { html: block.html, line: (lines?.[line] ?? line) + item.source.contentLine }
  })
}
