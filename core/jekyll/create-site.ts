import { type Template, type TagDefinition, parseTemplate } from '../liquid/index.ts'
import { type RubyHash, RubyObject, compareStrings, mergeSort, toText, truthy } from '../ruby/index.ts'
import { FileClassifier, type FileRole, sanitizeLabel } from './classify-files.ts'
import { Collection } from './collection.ts'
import { asHash, configuredFolder, readConfiguration } from './configuration.ts'
import { type DataFile, readData } from './data-files.ts'
import { deepMerge, dig } from './deep-merge.ts'
import { Document, type DocumentFile } from './document.ts'
import { type Layout, readLayout } from './layout.ts'
import { type MarkdownConverter, createMarkdownConverter } from './markdown.ts'
import { staticFileObject } from './objects/static-file-object.ts'
import { Page } from './page.ts'
import type { SiteFile, SiteProblem, SiteSnapshot } from './site.ts'
import { type SiteOptions, type SiteSettings, readSettings } from './site-settings.ts'
import { extensionOf } from './output-extension.ts'
import { type PageNumbers, paginate } from './plugins/paginate.ts'
import { tagsFor } from './plugins/site-tags.ts'
import { chooseJekyll, follows, withPagesSettings } from './versions.ts'

/** A site read and put in order, ready to render any of its documents (jekyll/site.rb after `read`). */
export interface Site {
  readonly snapshot: SiteSnapshot
  readonly options: SiteOptions
  readonly settings: SiteSettings
  readonly collections: ReadonlyMap<string, Collection>
  readonly pages: readonly Page[]
  /** Pages that list posts, by jekyll-paginate. */
  readonly pageNumbers: PageNumbers
  readonly staticFiles: readonly SiteFile[]
  readonly staticFileObjects: readonly RubyObject[]
  readonly layouts: ReadonlyMap<string, Layout>
  readonly data: RubyHash
  readonly markdown: MarkdownConverter
  readonly tags: ReadonlyMap<string, TagDefinition>
  readonly problems: readonly SiteProblem[]
  /** The include of this name, parsed once. */
  include(name: string): Template | undefined
  /**
   * The layout of this name, parsed once.
   *
   * @throws RangeError where there is none
   */
  layoutTemplate(name: string): Template
  /** Any file of the site that came with its text, parsed as a template. */
  template(path: string): Template | undefined
}

/**
 * Puts the files of a snapshot together as Jekyll does. What cannot be read is left out and named in `problems`.
 */
export function createSite(snapshot: SiteSnapshot, options: SiteOptions = {}): Site {
  const {
    values,
    own,
    problems: configurationProblems,
  } = readConfiguration(
    snapshot.source,
    snapshot.configFiles,
    snapshot.theme?.files.find(file => file.path === '_config.yml'),
  )
  const jekyll = chooseJekyll(snapshot.hosting, options.jekyll)
  const configuration = jekyll.isPages ? withPagesSettings(values, own) : values
  const settings = readSettings(configuration, snapshot, options, jekyll)
  const problems: SiteProblem[] = [...snapshot.problems, ...configurationProblems]
  const sorted = sortFiles(snapshot, settings)
  const collections = makeCollections(settings, configuration)
  fillCollections(collections, sorted, settings, problems)
  const published = sorted.pages
    .map(file => new Page(documentFile(file), settings))
    .filter(isPublished(settings))
  const sortedPages = mergeSort(published, (left, right) => compareStrings(left.name, right.name))
  sortedPages.push(...feedPage(sorted, settings))
  const { pages, numbers } = paginate(sortedPages, collections.get('posts')?.documents ?? [], settings)
  const themeFiles = new Map((snapshot.theme?.files ?? []).map(file => [file.path, file]))
  const layouts = readLayouts(sorted.layouts, themeFiles, settings, problems)
  const templates = new TemplateCache(snapshot, themeFiles, layouts, settings)
  return {
    snapshot,
    options,
    settings,
    collections,
    pages,
    pageNumbers: numbers,
    staticFiles: sorted.staticFiles.map(entry => entry.file),
    staticFileObjects: sorted.staticFiles.map(entry =>
      staticFileObject(entry.file, entry.collection, settings),
    ),
    layouts,
    data: deepMerge(
      readData(themeData(themeFiles), configuration, settings.zone, problems),
      readData(sorted.data, configuration, settings.zone, problems),
    ),
    markdown: createMarkdownConverter(asHash(configuration.get('kramdown')), options.highlight),
    tags: tagsFor(settings.jekyll),
    problems,
    include: name => templates.include(name),
    layoutTemplate: name => templates.layout(name),
    template: path => templates.file(path),
  }
}

interface SortedFiles {
  readonly layouts: { readonly name: string; readonly file: SiteFile }[]
  readonly data: DataFile[]
  readonly posts: SiteFile[]
  readonly drafts: SiteFile[]
  readonly documents: { readonly collection: string; readonly file: SiteFile }[]
  readonly pages: SiteFile[]
  readonly staticFiles: { readonly file: SiteFile; readonly collection: string | undefined }[]
}

function sortFiles(snapshot: SiteSnapshot, settings: SiteSettings): SortedFiles {
  const classifier = new FileClassifier(settings.configuration)
  const sorted: SortedFiles = {
    layouts: [],
    data: [],
    posts: [],
    drafts: [],
    documents: [],
    pages: [],
    staticFiles: [],
  }
  for (const file of snapshot.files) {
    const role = classifier.classify(file.path)
    if (role)
      place(withoutFrontMatter(file, settings) ? { ...file, hasFrontMatter: true } : file, role, sorted)
  }
  // Posts and documents come from a sorted listing; pages stay in the order the folders were read.
  sorted.posts.sort((left, right) => compareStrings(left.path, right.path))
  sorted.drafts.sort((left, right) => compareStrings(left.path, right.path))
  sorted.documents.sort((left, right) => compareStrings(left.file.path, right.file.path))
  sorted.staticFiles.sort((left, right) => compareStrings(left.file.path, right.file.path))
  return sorted
}

/** Files GitHub Pages makes pages of though they have no front matter (jekyll-optional-front-matter). */
function withoutFrontMatter(file: SiteFile, settings: SiteSettings): boolean {
  if (!follows(settings.jekyll, 'pages-optional-front-matter') || file.text === undefined) return false
  const { configuration } = settings
  const isOff =
    dig(configuration, 'optional_front_matter', 'enabled') === false ||
    truthy(configuration.get('require_front_matter'))
  return !isOff && settings.isMarkdown(extensionOf(file.path)) && !aboutRepository.test(file.path)
}

/** Files about the repository rather than of the site (FILENAME_BLACKLIST). */
const aboutRepository =
  /(?:^|\/)(?:README|LICEN[SC]E|COPYING|CODE_OF_CONDUCT|CONTRIBUTING|(?:ISSUE|PULL_REQUEST)_TEMPLATE)\.[^./]+$/i

function place(file: SiteFile, role: FileRole, sorted: SortedFiles): void {
  switch (role.type) {
    case 'layout':
      if (file.text !== undefined) sorted.layouts.push({ name: role.name, file })
      return
    case 'data':
      if (file.text !== undefined) sorted.data.push({ name: role.name, path: file.path, text: file.text })
      return
    case 'post':
      if (/^(?:.+\/)*?\d{2,4}-\d{1,2}-\d{1,2}-[^/]*\.[^.]+$/.test(file.path)) sorted.posts.push(file)
      return
    case 'draft':
      if (/\.[^./]+$/.test(file.path)) sorted.drafts.push(file)
      return
    case 'document':
      if (file.hasFrontMatter) sorted.documents.push({ collection: role.collection, file })
      else sorted.staticFiles.push({ file, collection: role.collection })
      return
    case 'file':
      if (file.hasFrontMatter && file.text !== undefined) sorted.pages.push(file)
      else sorted.staticFiles.push({ file, collection: undefined })
      return
    default:
  }
}

export function documentFile(file: SiteFile): DocumentFile {
  return {
    path: file.path,
    text: file.text ?? '',
    textIsCut: file.textIsCut ?? false,
    modifiedSeconds: file.modifiedSeconds,
  }
}

function makeCollections(settings: SiteSettings, configuration: RubyHash): Map<string, Collection> {
  const collections = new Map<string, Collection>()
  for (const [key, metadata] of asHash(configuration.get('collections'))) {
    const label = sanitizeLabel(toText(key))
    collections.set(label, new Collection(label, asHash(metadata), settings))
  }
  return collections
}

function fillCollections(
  collections: ReadonlyMap<string, Collection>,
  sorted: SortedFiles,
  settings: SiteSettings,
  problems: SiteProblem[],
): void {
  const posts = collections.get('posts')!
  const read = (file: SiteFile, collection: Collection): Document[] => {
    if (file.text === undefined) return []
    const document = new Document(documentFile(file), collection, settings)
    problems.push(...document.problems)
    return [document]
  }
  const drafts = settings.drafts ? sorted.drafts : []
  const postDocuments = [...sorted.posts, ...drafts].flatMap(file => read(file, posts))
  const published = postDocuments.filter(post => !post.isYamlFile && isPostPublished(post, settings))
  posts.setDocuments(withinLimit(published, settings))
  for (const collection of collections.values()) {
    if (collection === posts) continue
    const files = sorted.documents.filter(entry => entry.collection === collection.label)
    const documents = files.flatMap(({ file }) => read(file, collection))
    collection.setDocuments(
      documents.filter(document => settings.unpublished || document.data.get('published') !== false),
    )
  }
}

function withinLimit(posts: readonly Document[], settings: SiteSettings): readonly Document[] {
  const limit = Number(toText(settings.configuration.get('limit_posts')) || 0)
  if (!(limit > 0)) return posts
  return mergeSort(posts, (left, right) => left.compareTo(right)).slice(-limit)
}

/** Neither `published: false` nor, unless future posts are asked for, of a time to come (jekyll/publisher.rb). */
export function isPostPublished(post: Document, settings: SiteSettings): boolean {
  const { published = true } = { published: post.data.get('published') ?? true }
  if (published === false && !settings.unpublished) return false
  return settings.future || post.date.epochSeconds <= settings.time.epochSeconds
}

function isPublished(settings: SiteSettings): (page: Page) => boolean {
  return page => settings.unpublished || (page.data.get('published') ?? true) !== false
}

function readLayouts(
  files: SortedFiles['layouts'],
  themeFiles: ReadonlyMap<string, SiteFile>,
  settings: SiteSettings,
  problems: SiteProblem[],
): Map<string, Layout> {
  const layouts = new Map<string, Layout>()
  for (const [path, file] of themeFiles) {
    const name = /^_layouts\/(.+)\.[^./]+$/.exec(path)?.[1]
    if (name !== undefined && file.text !== undefined)
      layouts.set(name, readLayout(name, path, file.text, settings.zone, problems))
  }
  for (const { name, file } of files)
    layouts.set(name, readLayout(name, file.path, file.text ?? '', settings.zone, problems))
  return layouts
}

/** The feed jekyll-feed adds where the site has none of its own; of its content nothing is shown. */
function feedPage(sorted: SortedFiles, settings: SiteSettings): Page[] {
  const own = dig(settings.configuration, 'feed', 'path')
  const path = typeof own === 'string' ? own.replace(/^\//, '') : 'feed.xml'
  const exists = [...sorted.pages, ...sorted.staticFiles.map(entry => entry.file)].some(
    file => file.path === path,
  )
  if (!settings.plugins.has('jekyll-feed') || exists) return []
  return [new Page({ path, text: '---\n---\n', textIsCut: false, modifiedSeconds: 0 }, settings)]
}

function themeData(themeFiles: ReadonlyMap<string, SiteFile>): DataFile[] {
  return [...themeFiles.values()].flatMap(({ path, text }) =>
    path.startsWith('_data/') && text !== undefined
      ? [{ name: path.slice('_data/'.length), path, text }]
      : [],
  )
}

/** Templates of files, each parsed when it is first used. */
class TemplateCache {
  readonly #texts: ReadonlyMap<string, SiteFile>
  readonly #themeFiles: ReadonlyMap<string, SiteFile>
  readonly #layouts: ReadonlyMap<string, Layout>
  readonly #includes: string
  readonly #tags: ReadonlyMap<string, TagDefinition>
  readonly #parsed = new Map<string, Template>()

  constructor(
    snapshot: SiteSnapshot,
    themeFiles: ReadonlyMap<string, SiteFile>,
    layouts: ReadonlyMap<string, Layout>,
    settings: SiteSettings,
  ) {
    this.#layouts = layouts
    this.#tags = tagsFor(settings.jekyll)
    this.#texts = new Map(snapshot.files.map(file => [file.path, file]))
    this.#themeFiles = themeFiles
    this.#includes = configuredFolder(settings.configuration, 'includes_dir')
  }

  include(name: string): Template | undefined {
    const path = `${this.#includes}/${name.replace(/^\/+/, '')}`
    return (
      this.file(path) ??
      this.#parse(`theme ${path}`, this.#themeFiles.get(path.replace(/^[^/]+/, '_includes')))
    )
  }

  file(path: string): Template | undefined {
    return this.#parse(path, this.#texts.get(path))
  }

  layout(name: string): Template {
    const layout = this.#layouts.get(name)
    if (!layout) throw new RangeError(`the site has no layout ${name}`)
    return this.#parseText(`layout ${name}`, layout.content, layout.path)
  }

  #parse(key: string, file: SiteFile | undefined): Template | undefined {
    return file?.text === undefined
      ? undefined
      : this.#parseText(key, file.text.replace(/^\uFEFF/, ''), file.path)
  }

  #parseText(key: string, text: string, name: string): Template {
    const known = this.#parsed.get(key)
    if (known) return known
    const template = parseTemplate(text, { tags: this.#tags, name })
    this.#parsed.set(key, template)
    return template
  }
}
