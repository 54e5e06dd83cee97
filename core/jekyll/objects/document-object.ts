import { type RubyHash, RubyObject, type RubyValue } from '../../ruby/index.ts'
import type { Document } from '../document.ts'
import { LazyObject } from './lazy-object.ts'

/** What documents show templates that only rendering the site can tell. */
export interface RenderedParts {
  /** Converted content, or the text as written while it is not rendered yet. */
  contentOf(document: Document): string
  outputOf(document: Document): string
  excerptOf(document: Document): RubyValue
  /** The object that stands for another document. */
  objectOf(document: Document): RubyObject
}

/** A post or document as templates see it (jekyll/drops/document_drop.rb). */
export function documentObject(document: Document, parts: RenderedParts): RubyObject {
  const neighbour = (distance: 1 | -1) => (): RubyValue => {
    const { documents } = document.collection
    const other = documents[documents.indexOf(document) + distance]
    return other ? parts.objectOf(other) : null
  }
  return new LazyObject(
    {
      path: () => document.relativePath,
      id: () => document.id,
      output: () => parts.outputOf(document),
      content: () => parts.contentOf(document),
      relative_path: () => document.relativePath,
      url: () => document.url,
      date: () => document.date,
      title: () => document.data.get('title'),
      categories: () => document.data.get('categories'),
      tags: () => document.data.get('tags'),
      collection: () => document.collection.label,
      excerpt: () => parts.excerptOf(document),
      name: () => document.data.get('name') ?? document.name,
      previous: neighbour(-1),
      next: neighbour(1),
    },
    document.data,
    () => parts.outputOf(document),
  )
}

/** What templates see as `page` while an excerpt is rendered (jekyll/drops/excerpt_drop.rb). */
export function excerptObject(document: Document, content: string, parts: RenderedParts): RubyObject {
  const data: RubyHash = new Map(document.data)
  data.delete('layout')
  data.delete('excerpt')
  const whole = parts.objectOf(document)
  const own: Record<string, () => RubyValue> = {}
  for (const key of ['url', 'date', 'title', 'categories', 'tags', 'collection', 'name', 'previous', 'next'])
    own[key] = () => whole.get(key)
  return new LazyObject(
    {
      ...own,
      path: () => `${document.relativePath}/#excerpt`,
      relative_path: () => `${document.relativePath}/#excerpt`,
      id: () => `${document.id}#excerpt`,
      layout: () => document.data.get('layout'),
      content: () => content,
      output: () => content,
      excerpt: () => null,
    },
    data,
    () => content,
  )
}
