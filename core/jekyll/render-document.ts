import { LiquidError } from '../liquid/index.ts'
import { type RubyValue, isArray, toText, truthy, xmlschema } from '../ruby/index.ts'
import { type PlainValue, toPlain } from '../yaml/index.ts'
import type { Site } from './create-site.ts'
import { Document } from './document.ts'
import type { Page } from './page.ts'
import { type RenderedContent, SiteRenderer, layoutOf } from './render-site.ts'
import type { SiteProblem } from './site.ts'
import { mapLines } from './source-lines.ts'
import { withDocument } from './with-document.ts'

export interface RenderRequest {
  /** Relative to the site's source. */
  readonly path: string
  /** The text to render instead of the one in the snapshot, as the editor has it. */
  readonly source?: string
  /** Whether to render the whole page too. */
  readonly layout?: boolean
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
  readonly draft: boolean
  readonly excerpt: string | null
  /** Paths of the neighbours in the collection. */
  readonly previous: string | null
  readonly next: string | null
  /** The text kramdown was given; null like the content. */
  readonly afterLiquid: string | null
  /** Null where Liquid failed. */
  readonly contentHtml: string | null
  readonly outputHtml?: string | null
  readonly blocks: readonly RenderedBlock[]
  readonly problems: readonly RenderProblem[]
}

const renderers = new WeakMap<Site, SiteRenderer>()

function rendererOf(site: Site): SiteRenderer {
  const known = renderers.get(site)
  if (known) return known
  const renderer = new SiteRenderer(site)
  renderers.set(site, renderer)
  return renderer
}

/**
 * Renders one document of a site as Jekyll would publish it.
 *
 * @returns undefined where the site has no such document and no source was given, or where the path cannot be one
 */
export function renderDocument(site: Site, request: RenderRequest): RenderedDocument | undefined {
  const current = request.source === undefined ? site : withDocument(site, request.path, request.source)
  const item = current && findItem(current, request.path)
  if (!current || !item) return undefined
  return renderItem(rendererOf(current), item, request.layout ?? false)
}

/** Everything Jekyll would write from Markdown or HTML: documents in the order of the build, then pages. */
export function listDocuments(site: Site): string[] {
  const documents = [...site.collections.values()].flatMap(collection =>
    collection.documents.map(document => document.file.path),
  )
  const pages = site.pages.filter(page => page.isHtml).map(page => page.file.path)
  return [...documents, ...pages]
}

function findItem(site: Site, path: string): Document | Page | undefined {
  for (const collection of site.collections.values()) {
    const document = collection.documents.find(candidate => candidate.file.path === path)
    if (document) return document
  }
  return site.pages.find(page => page.file.path === path)
}

function renderItem(renderer: SiteRenderer, item: Document | Page, withLayout: boolean): RenderedDocument {
  const problems: SiteProblem[] = [...item.problems]
  const content = attempt(item, problems, () => renderer.renderContent(item, problems))
  const output =
    withLayout && content
      ? attempt(item, problems, () => renderer.renderLayouts(item, content.html, problems))
      : undefined
  return {
    ...(item instanceof Document ? describeDocument(item, renderer) : describePage(item)),
    afterLiquid: content?.afterLiquid ?? null,
    contentHtml: content?.html ?? null,
    ...(withLayout && { outputHtml: output ?? null }),
    blocks: content ? placeBlocks(content, item) : [],
    problems: problems.map(({ code, message, line }) => ({ code, message, line: line ?? 1 })),
  }
}

/** Runs a step that Liquid may stop; the reason becomes a problem. */
function attempt<T>(item: Document | Page, problems: SiteProblem[], step: () => T): T | undefined {
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

function describeDocument(document: Document, renderer: SiteRenderer): Description {
  const { documents } = document.collection
  const index = documents.indexOf(document)
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
    draft: document.isDraft,
    excerpt: renderer.excerptOf(document) ?? null,
    previous: documents[index - 1]?.file.path ?? null,
    next: documents[index + 1]?.file.path ?? null,
  }
}

function describePage(page: Page): Description {
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
    draft: false,
    excerpt: textOrNull(page.value('excerpt')),
    previous: null,
    next: null,
  }
}

function textOrNull(value: RubyValue): string | null {
  return truthy(value) ? toText(value) : null
}

function listOf(value: RubyValue): PlainValue {
  return isArray(value) ? toPlain(value) : null
}

function placeBlocks(content: RenderedContent, item: Document | Page): RenderedBlock[] {
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
