import type { TagDefinition } from '../liquid/index.ts'
import {
  type RubyHash,
  RubyTime,
  type RubyValue,
  compare,
  compareStrings,
  isArray,
  isHash,
  parseTime,
  rubyString,
  toText,
  truthy,
} from '../ruby/index.ts'
import { readYaml } from '../yaml/index.ts'
import type { Collection } from './collection.ts'
import { deepMerge } from './deep-merge.ts'
import { type DocumentSource, splitDocument } from './document-source.ts'
import { extractExcerpt } from './excerpt.ts'
import { extensionOf, outputExtension } from './output-extension.ts'
import type { SiteProblem } from './site.ts'
import type { SiteSettings } from './site-settings.ts'
import { UnknownPlaceholder, documentUrl } from './url.ts'
import { follows } from './versions.ts'

const datedName = /^(?:.+\/)*?(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$/m
const undatedName = /^(?:.+\/)*(.*)(\.[^.]+)$/m

/** Where a document comes from. */
export interface DocumentFile {
  /** In the site, as the snapshot has it. */
  readonly path: string
  readonly text: string
  readonly textIsCut: boolean
  readonly modifiedSeconds: number
}

/** A post, a draft or a file of a collection (jekyll/document.rb). */
export class Document {
  readonly file: DocumentFile
  readonly collection: Collection
  readonly settings: SiteSettings
  /** Below the collections folder: what defaults and categories are decided by. */
  readonly relativePath: string
  readonly extension: string
  readonly baseName: string
  readonly problems: SiteProblem[] = []
  /** Front matter, completed. */
  data: RubyHash = new Map()
  source: DocumentSource
  /** False where Jekyll could not read the front matter and works on without it. */
  isRead = true
  #url: string | undefined
  #excerpt: string | undefined

  constructor(file: DocumentFile, collection: Collection, settings: SiteSettings) {
    this.file = file
    this.collection = collection
    this.settings = settings
    const prefix = settings.collectionsFolder === '' ? '' : `${settings.collectionsFolder}/`
    this.relativePath = file.path.startsWith(prefix) ? file.path.slice(prefix.length) : file.path
    this.extension = extensionOf(file.path)
    const name = file.path.slice(file.path.lastIndexOf('/') + 1)
    this.baseName = this.extension === '' ? name : name.slice(0, -this.extension.length)
    this.source = splitDocument(file.text)
    this.#read()
  }

  get name(): string {
    return this.baseName + this.extension
  }

  get content(): string {
    return this.source.content
  }

  get isDraft(): boolean {
    return truthy(this.data.get('draft')) || this.#isInDrafts
  }

  get #isInDrafts(): boolean {
    return this.collection.label === 'posts' && !this.relativePath.includes(this.collection.folder)
  }

  /** Set where Jekyll asks for it: a document without one gets the file's time for a draft, else the site's. */
  get date(): RubyTime {
    const known = this.data.get('date')
    if (known instanceof RubyTime) return known
    const date = this.isDraft
      ? new RubyTime(this.settings.draftSeconds ?? this.file.modifiedSeconds, 0, this.settings.zone)
      : this.settings.time
    this.data.set('date', date)
    return date
  }

  /** Takes a text with the same front matter; false, and nothing is changed, where that differs. */
  replaceContent(text: string): boolean {
    const source = splitDocument(text)
    if (source.yaml !== this.source.yaml || this.isYamlFile) return false
    this.source = source
    this.#excerpt = undefined
    return true
  }

  /** Gives a document without a date the one it falls back to. */
  settleDate(): void {
    this.data.set('date', this.date)
  }

  /** Reads something about a document that leaves it without a date where it has none yet. */
  withoutSettling<T>(read: () => T): T {
    const hasDate = this.data.has('date')
    try {
      return read()
    } finally {
      if (!hasDate) this.data.delete('date')
    }
  }

  get isYamlFile(): boolean {
    return this.extension === '.yml' || this.extension === '.yaml'
  }

  get outputExtension(): string {
    return outputExtension(this.extension, this.data.get('permalink'), this.settings)
  }

  /** The address in the site, without baseurl. */
  get url(): string {
    this.#url ??= this.#makeUrl()
    return this.#url
  }

  get id(): string {
    const folder = this.url
      .replace(/\/+$/, '')
      .replace(/[^/]*$/, '')
      .replace(/\/+$/, '')
    const slug = this.data.get('slug')
    return `${folder}/${truthy(slug) ? toText(slug) : this.baseName}`
  }

  /** Text of the excerpt, before Liquid and Markdown; undefined where there is none or front matter gives one. */
  excerptSource(tags: ReadonlyMap<string, TagDefinition>): string | undefined {
    if (!this.isRead || truthy(this.data.get('excerpt')) || this.#excerptSeparator === '') return undefined
    this.#excerpt ??= extractExcerpt(this.content, this.#excerptSeparator, {
      tags,
      keepsAllDefinitions: follows(this.settings.jekyll, 'excerpt-all-definitions'),
    })
    return this.#excerpt
  }

  get #excerptSeparator(): string {
    const own = this.data.get('excerpt_separator')
    return toText(truthy(own) ? own : this.settings.configuration.get('excerpt_separator'))
  }

  /** By date, then by path; dates that cannot be compared count as the same (jekyll/document.rb, `<=>`). */
  compareTo(other: Document): number {
    const order = compare(this.data.get('date'), other.data.get('date'))
    return order || compareStrings(this.file.path, other.file.path)
  }

  #makeUrl(): string {
    const permalink = this.data.get('permalink')
    const template = truthy(permalink) ? toText(permalink) : this.collection.urlTemplate
    const fields = {
      collection: this.collection.label,
      path: this.#pathInCollection,
      baseName: this.baseName,
      slug: this.data.get('slug'),
      categories: this.data.get('categories'),
      date: this.date,
      outputExtension: this.outputExtension,
    }
    try {
      return documentUrl(template, fields)
    } catch (error) {
      if (!(error instanceof UnknownPlaceholder)) throw error
      this.#report('permalink.unknown-placeholder', error.message)
      return documentUrl(template.replaceAll(`:${error.placeholder}`, error.placeholder), fields)
    }
  }

  get #pathInCollection(): string {
    const bare =
      this.extension === '' ? this.relativePath : this.relativePath.slice(0, -this.extension.length)
    return bare.replace(this.collection.folder, '').replace(/\.*$/, '')
  }

  #read(): void {
    this.data.set('draft', this.#isInDrafts)
    this.#mergeCategories(this.#categoriesFromPath())
    const type = this.collection.label
    if (this.isYamlFile) {
      const read = readYaml(this.file.text, this.settings.zone)
      this.data = isHash(read.value) ? new Map(read.value) : new Map()
      return
    }
    try {
      this.#merge(this.settings.defaults.all(this.relativePath, type))
      this.#mergeFrontMatter()
      this.#completeTitle()
      this.#completeCategories()
      this.#completeTags()
    } catch (error) {
      if (!(error instanceof UnreadableFrontMatter)) throw error
      this.isRead = false
    }
  }

  #categoriesFromPath(): string[] {
    const folder = this.#isInDrafts ? '_drafts' : this.collection.folder
    if (this.relativePath.startsWith(folder)) return []
    const at = this.relativePath.indexOf(folder)
    const above = at === -1 ? this.relativePath : this.relativePath.slice(0, at)
    return above.split('/').filter(part => part !== '' && part !== folder && part !== this.name)
  }

  #mergeFrontMatter(): void {
    const { yaml, yamlLine } = this.source
    if (yaml === undefined) return
    const { value, problems } = readYaml(yaml, this.settings.zone)
    const [problem] = problems
    if (problem) {
      this.#report('front-matter.unreadable', problem.message, problem.line + yamlLine - 1)
      throw new UnreadableFrontMatter()
    }
    if (isHash(value)) this.#merge(value)
    else if (truthy(value)) {
      this.#report('front-matter.unreadable', 'The front matter is no mapping', yamlLine)
      throw new UnreadableFrontMatter()
    }
  }

  #merge(values: RubyHash): void {
    const { categories, rest } = takeCategories(values)
    this.data = deepMerge(this.data, rest)
    if (categories !== undefined) this.#mergeCategories(categories)
    if (this.data.has('date')) this.#readDate(this.data.get('date'), 'front matter')
  }

  #mergeCategories(categories: readonly RubyValue[]): void {
    const known = this.data.get('categories')
    this.data.set('categories', isArray(known) ? union(known, categories) : categories)
  }

  /**
   * Jekyll reads every date, also one that YAML read already, from its text, and twice more with categories and tags.
   * Texts tell offsets in minutes, so a date from before there were time zones moves by their seconds.
   */
  #readDate(value: RubyValue, place: string): void {
    const date = parseTime(toText(value), this.settings.zone, this.settings.time)
    if (date) {
      const { zone } = this.settings
      const drift = 2 * (zone.offsetAt(date.epochSeconds) % 60)
      this.data.set('date', new RubyTime(date.epochSeconds + drift, date.nanoseconds, zone))
      return
    }
    this.data.delete('date')
    this.#report(
      'document.bad-date',
      `“${toText(value)}” in the ${place} is not a date; Jekyll’s build stops here.`,
    )
  }

  #completeTitle(): void {
    const dated = datedName.exec(this.relativePath)
    if (dated && this.#dateIsOpen) this.#readDate(dated[1], 'file name')
    const undated = dated ? null : undatedName.exec(this.relativePath)
    const slug = (dated?.[2] ?? undated?.[1] ?? this.baseName).replace(/\.*$/, '')
    const extension = dated?.[3] ?? undated?.[2]
    this.#complete('title', titleFromSlug(slug))
    this.#complete('slug', slug)
    this.#complete('ext', extension)
  }

  get #dateIsOpen(): boolean {
    const date = this.data.get('date')
    return !(date instanceof RubyTime) || date.epochSeconds === this.settings.time.epochSeconds
  }

  #complete(key: string, value: RubyValue): void {
    if (!truthy(this.data.get(key))) this.data.set(key, value)
  }

  #completeCategories(): void {
    const own = this.data.get('categories')
    const listed = isArray(own) ? own : own === null || own === undefined ? [] : [own]
    const all = [...listed, ...pluralized(this.data, 'category', 'categories')]
    this.#mergeCategories([...new Set(all.map(toText))])
  }

  #completeTags(): void {
    this.data.set('tags', pluralized(this.data, 'tag', 'tags'))
  }

  #report(code: string, message: string, line = 1): void {
    this.problems.push({ code, message, path: this.file.path, line })
  }
}

class UnreadableFrontMatter extends Error {}

/** Categories of front matter or defaults as a list, apart from the rest. */
function takeCategories(values: RubyHash): { categories: readonly RubyValue[] | undefined; rest: RubyHash } {
  const given = values.get('categories')
  if (given === null || given === undefined) return { categories: undefined, rest: values }
  const rest: RubyHash = new Map(values)
  rest.delete('categories')
  if (typeof given === 'string') return { categories: rubyString.splitWords(given), rest }
  return { categories: isArray(given) ? given : [given], rest }
}

function union(left: readonly RubyValue[], right: readonly RubyValue[]): RubyValue[] {
  return [...new Set([...left, ...right])]
}

/** `category: a b` is one, `categories: a b` two (jekyll/utils.rb, pluralized_array_from_hash). */
function pluralized(data: RubyHash, singular: string, plural: string): RubyValue[] {
  const one = data.get(singular)
  const value = truthy(one) ? one : pluralValue(data.get(plural))
  return flatten([value]).filter(item => item !== null && item !== undefined)
}

function flatten(values: readonly RubyValue[]): RubyValue[] {
  return values.flatMap(value => (isArray(value) ? flatten(value) : [value]))
}

function pluralValue(value: RubyValue): RubyValue {
  if (typeof value === 'string') return rubyString.splitWords(value)
  return isArray(value) ? value : null
}

export function titleFromSlug(slug: string): string {
  return rubyString.split(slug, '-').map(rubyString.capitalize).join(' ')
}
