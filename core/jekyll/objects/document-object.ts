import { type RubyHash, RubyObject, type RubyValue } from '../../ruby/index.ts'
import type { Document } from '../document.ts'

/** What documents show templates that only the site around them can tell. */
export interface DocumentSurroundings {
  /** Converted content, or the text as written while it is not rendered yet. */
  contentOf(document: Document): string
  excerptOf(document: Document): RubyValue
  /** The document some places on in its collection. */
  neighbourOf(document: Document, distance: 1 | -1): Document | undefined
  objectOf(document: Document): RubyObject
}

type Member = (document: Document, around: DocumentSurroundings) => RubyValue

const neighbour =
  (distance: 1 | -1): Member =>
  (document, around) => {
    const other = around.neighbourOf(document, distance)
    return other ? around.objectOf(other) : null
  }

/** What a document answers itself; everything else is front matter (jekyll/drops/document_drop.rb). */
const members: Readonly<Record<string, Member>> = {
  path: document => document.relativePath,
  id: document => document.id,
  output: (document, around) => around.contentOf(document),
  content: (document, around) => around.contentOf(document),
  relative_path: document => document.relativePath,
  url: document => document.url,
  date: document => document.date,
  title: document => document.data.get('title'),
  categories: document => document.data.get('categories'),
  tags: document => document.data.get('tags'),
  collection: document => document.collection.label,
  excerpt: (document, around) => around.excerptOf(document),
  name: document => document.data.get('name') ?? document.name,
  previous: neighbour(-1),
  next: neighbour(1),
}

/** A post or document as templates see it. */
export class DocumentObject extends RubyObject {
  readonly document: Document
  readonly #around: DocumentSurroundings

  constructor(document: Document, around: DocumentSurroundings) {
    super()
    this.document = document
    this.#around = around
  }

  get(key: string): RubyValue {
    const member = Object.hasOwn(members, key) ? members[key] : undefined
    return member ? member(this.document, this.#around) : this.document.data.get(key)
  }

  has(key: string): boolean {
    return Object.hasOwn(members, key) || this.document.data.has(key)
  }

  keys(): readonly string[] {
    return keysOf(this.document.data)
  }

  toText(): string {
    return this.#around.contentOf(this.document)
  }

  override compareTo(other: RubyValue): number | undefined {
    return other instanceof DocumentObject ? this.document.compareTo(other.document) : undefined
  }
}

/** What templates see as `page` while an excerpt is rendered (jekyll/drops/excerpt_drop.rb). */
export class ExcerptObject extends RubyObject {
  readonly #document: Document
  readonly #content: string
  readonly #around: DocumentSurroundings

  constructor(document: Document, content: string, around: DocumentSurroundings) {
    super()
    this.#document = document
    this.#content = content
    this.#around = around
  }

  get(key: string): RubyValue {
    switch (key) {
      case 'path':
      case 'relative_path':
        return `${this.#document.relativePath}/#excerpt`
      case 'id':
        return `${this.#document.id}#excerpt`
      case 'content':
      case 'output':
        return this.#content
      case 'excerpt':
        return null
      default:
        return this.#around.objectOf(this.#document).get(key)
    }
  }

  has(key: string): boolean {
    return this.#around.objectOf(this.#document).has(key)
  }

  keys(): readonly string[] {
    return keysOf(this.#document.data)
  }

  toText(): string {
    return this.#content
  }
}

function keysOf(data: RubyHash): string[] {
  const own = [...data.keys()].filter(key => typeof key === 'string')
  return [...new Set([...Object.keys(members), ...own])]
}
