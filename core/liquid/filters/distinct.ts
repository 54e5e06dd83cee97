import {
  RubyFloat,
  RubyObject,
  type RubyValue,
  inspect,
  isArray,
  isHash,
  numberOf,
} from '../../ruby/index.ts'

/** The items whose keys differ, the first of each, as Ruby's `uniq` does by `eql?`. */
export function distinct(items: readonly RubyValue[], keyOf: (item: RubyValue) => RubyValue): RubyValue[] {
  // Ruby has nothing to compare one item with, and does not ask for its key.
  if (items.length < 2) return [...items]
  const seen = new Set<unknown>()
  return items.filter(item => {
    const key = identity(keyOf(item))
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Something that is the same for equal values of one class and for those alone, to look values up by. */
export function identity(value: RubyValue): unknown {
  if (value === undefined) return null
  if (value instanceof RubyObject || value === null || typeof value !== 'object') return value
  if (value instanceof RubyFloat) return `float ${numberOf(value)}`
  if (isArray(value) || isHash(value)) return `value ${inspect(value)}`
  return `time ${inspect(value)}`
}
