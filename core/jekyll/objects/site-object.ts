import {
  type RubyHash,
  RubyObject,
  type RubyValue,
  compareStrings,
  isArray,
  mergeSort,
  toText,
  truthy,
} from '../../ruby/index.ts'
import type { Collection } from '../collection.ts'
import type { Document } from '../document.ts'
import type { Page } from '../page.ts'
import type { SiteSettings } from '../site-settings.ts'
import { LazyObject } from './lazy-object.ts'
import { sourceMapsOf } from './source-maps.ts'

/** What `site` is made from. */
export interface SiteParts {
  readonly settings: SiteSettings
  readonly data: RubyHash
  readonly collections: ReadonlyMap<string, Collection>
  readonly pages: readonly Page[]
  readonly staticFiles: readonly RubyObject[]
  objectOf(document: Document): RubyObject
  pageObjectOf(page: Page): RubyObject
}

/** `site` as every template of one state of a site sees it (jekyll/drops/site_drop.rb); lists are made once. */
export class SiteObject extends RubyObject {
  readonly #parts: SiteParts
  readonly #known = new Map<string, RubyValue>()
  #pageObjects: readonly RubyObject[] | undefined
  /** The document being rendered, for `site.related_posts`. */
  current: Document | undefined
  /** The page being rendered: what pages before it have added to the site is there. */
  currentPage: Page | undefined

  constructor(parts: SiteParts) {
    super()
    this.#parts = parts
  }

  get(key: string): RubyValue {
    if (!this.#isCollection(key)) {
      if (key === 'related_posts') return this.#relatedPosts()
      if (key === 'pages') return this.#pages()
    }
    if (this.#known.has(key)) return this.#known.get(key)
    const value = this.#make(key)
    this.#known.set(key, value)
    return value
  }

  has(key: string): boolean {
    return siteKeys.has(key) || this.#isCollection(key) || this.#parts.settings.configuration.has(key)
  }

  keys(): readonly string[] {
    const configured = [...this.#parts.settings.configuration.keys()].map(toText)
    return [...new Set([...siteKeys, ...configured])]
  }

  toText(): string {
    return 'Jekyll::Drops::SiteDrop'
  }

  /** Whether a collection stands in place of what a site otherwise has by the name, as one called `pages` does. */
  #isCollection(key: string): boolean {
    return key !== 'posts' && this.#parts.collections.has(key)
  }

  #make(key: string): RubyValue {
    const { settings, data, collections, pages, staticFiles } = this.#parts
    if (this.#isCollection(key)) return this.#objects(collections.get(key)!.documents)
    switch (key) {
      case 'time':
        return settings.time
      case 'data':
        return settings.configuration.get('data') ?? data
      case 'posts':
        return this.#objects(newestFirst(this.#posts))
      case 'html_pages':
        return pages
          .filter(page => page.isHtml || page.url.endsWith('/'))
          .map(page => this.#parts.pageObjectOf(page))
      case 'static_files':
        return staticFiles
      case 'tags':
      case 'categories':
        return this.#postsBy(key)
      case 'documents':
        return [...collections.values()].flatMap(collection => this.#objects(collection.documents))
      case 'collections':
        return [...collections.values()]
          .toSorted((left, right) => compareStrings(left.label, right.label))
          .map(collection => this.#collectionObject(collection))
      case 'config':
        return null
      default:
        return settings.configuration.get(key)
    }
  }

  #pages(): RubyValue {
    const { pages, settings } = this.#parts
    this.#pageObjects ??= pages.map(page => this.#parts.pageObjectOf(page))
    if (!this.currentPage) return this.#pageObjects
    const before = pages.slice(0, Math.max(0, pages.indexOf(this.currentPage)))
    return [...this.#pageObjects, ...sourceMapsOf(before, settings)]
  }

  get #posts(): readonly Document[] {
    return this.#parts.collections.get('posts')?.documents ?? []
  }

  #objects(documents: readonly Document[]): RubyValue[] {
    return documents.map(document => this.#parts.objectOf(document))
  }

  /** Each tag or category with its posts, newest first, in the order of first use. */
  #postsBy(key: 'tags' | 'categories'): RubyHash {
    const found = new Map<RubyValue, Document[]>()
    for (const post of this.#posts) {
      const values = post.data.get(key)
      for (const value of isArray(values) ? values : []) {
        const posts = found.get(value)
        if (posts) posts.push(post)
        else found.set(value, [post])
      }
    }
    return new Map([...found].map(([value, posts]) => [value, this.#objects(newestFirst(posts))]))
  }

  /** The ten newest others (jekyll/related_posts.rb, without LSI). */
  #relatedPosts(): RubyValue {
    const { current } = this
    if (!current) return null
    if (this.#posts.length <= 1) return []
    const others = this.#posts
      .slice(-11)
      .toReversed()
      .filter(post => post !== current)
    return this.#objects(others.slice(0, 10))
  }

  #collectionObject(collection: Collection): RubyObject {
    return new LazyObject(
      {
        output: () => truthy(collection.metadata.get('output')),
        label: () => collection.label,
        docs: () => this.#objects(collection.documents),
        files: () => this.#parts.staticFiles.filter(file => file.get('collection') === collection.label),
        directory: () => `${toText(this.#parts.settings.configuration.get('source'))}/${collection.folder}`,
        relative_directory: () => collection.folder,
      },
      collection.metadata,
      () => `[${collection.documents.map(document => document.relativePath).join(', ')}]`,
    )
  }
}

export function newestFirst(posts: readonly Document[]): Document[] {
  return mergeSort(posts, (left, right) => right.compareTo(left))
}

const siteKeys: ReadonlySet<string> = new Set([
  'data',
  'time',
  'pages',
  'static_files',
  'tags',
  'categories',
  'posts',
  'html_pages',
  'collections',
  'documents',
  'related_posts',
  'config',
])
