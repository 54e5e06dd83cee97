import { RubyObject, RubyRange, type RubyValue, isArray, isHash } from '../../ruby/index.ts'
import type { Context } from '../context.ts'

/**
 * The items a loop goes over, from one place up to before another (liquid/utils.rb, slice_collection). A text is one
 * item, a hash its pairs, and what cannot be counted has none.
 *
 * @throws LiquidError for a range of more items than a page could want
 */
export function sliceCollection(
  collection: RubyValue,
  from: number,
  to: number | undefined,
  cx: Context,
): RubyValue[] {
  if (collection instanceof RubyRange) return sliceRange(collection, from, to, cx)
  if (typeof collection === 'string') return collection === '' ? [] : [collection]
  const items = itemsOf(collection)
  if (from === 0 && to === undefined) return [...items]
  return items.slice(Math.max(0, from), to === undefined ? undefined : Math.max(0, to))
}

function itemsOf(collection: RubyValue): readonly RubyValue[] {
  if (isArray(collection)) return collection
  if (isHash(collection)) return [...collection]
  return collection instanceof RubyObject ? collection.keys() : []
}

function sliceRange(range: RubyRange, from: number, to: number | undefined, cx: Context): RubyValue[] {
  const first = range.first + Math.max(0, from)
  const count = Math.max(
    0,
    Math.min(range.last, to === undefined ? Infinity : range.first + to - 1) - first + 1,
  )
  cx.limits.checkItems(count)
  return Array.from({ length: count }, (_, index) => first + index)
}
