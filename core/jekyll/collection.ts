import { type RubyHash, type RubyValue, compare, isArray, mergeSort, toText, truthy } from '../ruby/index.ts'
import type { Document } from './document.ts'
import type { SiteSettings } from './site-settings.ts'
import { textEntry, withPermalinkSuffix } from './url.ts'

/** A collection of documents, posts among them (jekyll/collection.rb). */
export class Collection {
  readonly label: string
  readonly metadata: RubyHash
  readonly urlTemplate: string
  /** In the order Jekyll renders them; what previous and next go by. */
  documents: readonly Document[] = []

  constructor(label: string, metadata: RubyHash, settings: SiteSettings) {
    this.label = label
    this.metadata = metadata
    const style = toText(settings.configuration.get('permalink'))
    this.urlTemplate = textEntry(metadata, 'permalink') ?? withPermalinkSuffix('/:collection/:path', style)
  }

  /** `_posts`, `_talks`. */
  get folder(): string {
    return `_${this.label}`
  }

  get isWritten(): boolean {
    return truthy(this.metadata.get('output'))
  }

  /** Takes the documents and puts them in order: by `order` or `sort_by` of the configuration, else by date and path. */
  setDocuments(documents: readonly Document[]): void {
    const byDate = mergeSort(documents, (left, right) => left.compareTo(right))
    this.documents = this.label === 'posts' ? byDate : this.#arrange(byDate)
  }

  #arrange(byDate: readonly Document[]): readonly Document[] {
    const order = this.metadata.get('order')
    if (isArray(order))
      return arrangeByNames(
        byDate,
        order.map(name => `${this.folder}/${toText(name)}`),
      )
    const key = this.metadata.get('sort_by')
    if (typeof key !== 'string') return byDate
    return mergeSort(
      byDate,
      (left, right) => compareByKey(left.data.get(key), right.data.get(key)) || left.compareTo(right),
    )
  }
}

function arrangeByNames(documents: readonly Document[], names: readonly string[]): Document[] {
  const byPath = new Map(documents.map(document => [document.relativePath, document]))
  const first = names.flatMap(name => byPath.get(name) ?? [])
  return [...new Set([...first, ...documents])]
}

/** Documents without the key come last. */
function compareByKey(left: RubyValue, right: RubyValue): number {
  if (left === null || left === undefined) return right === null || right === undefined ? 0 : 1
  if (right === null || right === undefined) return -1
  return compare(left, right) ?? 0
}
