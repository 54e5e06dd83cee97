import {
  RubyObject,
  RubyRange,
  type RubyValue,
  compare,
  compareStrings,
  isArray,
  isHash,
  isInteger,
  isNumeric,
  joinText,
  mergeSort,
  numberOf,
  rubyString,
  toText,
  truthy,
} from '../../ruby/index.ts'
import { comparisonFailed } from '../condition.ts'
import { toInteger } from '../integer-argument.ts'
import { LiquidError, argumentError } from '../liquid-error.ts'
import { type FilterTable, filter, plain } from './filter.ts'
import { distinct } from './distinct.ts'

/** Liquid's own filters on arrays and hashes (liquid/standardfilters.rb), and Jekyll's small ones. */
export const collectionFilters: FilterTable = {
  size: plain(size),
  first: plain(input => {
    if (isArray(input)) return input[0]
    if (input instanceof RubyRange) return input.first
    return isHash(input) ? [...input][0] : null
  }),
  last: plain(input => (isArray(input) ? input.at(-1) : input instanceof RubyRange ? input.last : null)),
  join: filter(0, 1, (input, [glue = ' ']) => joinText(itemsOf(input), toText(glue))),
  reverse: plain(input => itemsOf(input).toReversed()),
  uniq: filter(0, 1, (input, [property]) =>
    distinct(itemsOf(input), item => (isNil(property) ? item : member(item, property))),
  ),
  compact: filter(0, 1, (input, [property]) =>
    itemsOf(input).filter(item => !isNil(isNil(property) ? item : member(item, property))),
  ),
  concat: filter(1, 1, (input, [other]) => {
    if (!isArray(other)) throw argumentError('concat filter requires an array argument')
    return [...itemsOf(input), ...other]
  }),
  map: filter(1, 1, (input, [property]) =>
    itemsOf(input).map(item => (property === 'to_liquid' ? item : member(item, property))),
  ),
  sort_natural: filter(0, 1, (input, [property]) => sortNatural(itemsOf(input), property)),
  default: filter(0, 2, (input, [fallback = '', options]) => withDefault(input, fallback, options)),
  pop: filter(0, 1, (input, [count = 1]) =>
    isArray(input) ? input.slice(0, Math.max(0, input.length - toInteger(count))) : input,
  ),
  push: filter(1, 1, (input, [item]) => (isArray(input) ? [...input, item] : input)),
  shift: filter(0, 1, (input, [count = 1]) => (isArray(input) ? input.slice(toInteger(count)) : input)),
  unshift: filter(1, 1, (input, [item]) => (isArray(input) ? [item, ...input] : input)),
  sample: filter(0, 1, (input, [count = 1]) => sample(input, count)),
  array_to_sentence_string: filter(0, 1, (input, [connector = 'and']) => sentence(input, toText(connector))),
}

/** What a filter goes over: arrays are flattened, a hash is one item (standardfilters.rb, InputIterator). */
export function itemsOf(input: RubyValue): RubyValue[] {
  if (isArray(input)) return flatten(input)
  if (input instanceof RubyRange)
    return Array.from({ length: Math.min(input.size, 1_000_000) }, (_, index) => input.first + index)
  // A document is gone over by the names of its members.
  if (input instanceof RubyObject && input.keys().length > 0) return [...input.keys()]
  return isNil(input) ? [] : [input]
}

function flatten(items: readonly RubyValue[]): RubyValue[] {
  return items.some(isArray) ? items.flatMap(item => (isArray(item) ? flatten(item) : [item])) : [...items]
}

export function isNil(value: RubyValue): value is null | undefined {
  return value === null || value === undefined
}

/**
 * Ruby's `item[property]`; nil for what has no members.
 *
 * @throws LiquidError for an array, a text or a number, which want an index
 */
function member(item: RubyValue, property: RubyValue): RubyValue {
  if (isHash(item)) return item.get(property)
  if (item instanceof RubyObject) return typeof property === 'string' ? item.get(property) : null
  if (typeof item === 'string' && typeof property === 'string')
    return item.includes(property) ? property : null
  if (!isArray(item) && !isInteger(item) && typeof item !== 'string') return null
  if (!isNumeric(property)) throw argumentError(`cannot select the property '${toText(property)}'`)
  const place = Math.trunc(numberOf(property))
  if (isInteger(item)) return bitOf(BigInt(item), place)
  return (isArray(item) ? item : [...item]).at(place) ?? null
}

/** A number has its bits for members. */
function bitOf(number: bigint, place: number): number {
  if (place < 0) return 0
  // Beyond its last bit there is only its sign.
  return place >= number.toString(2).length ? Number(number < 0n) : Number((number >> BigInt(place)) & 1n)
}

function size(input: RubyValue): number {
  if (typeof input === 'string') return rubyString.characterCount(input)
  if (isArray(input)) return input.length
  if (isHash(input) || input instanceof RubyRange) return input.size
  // Ruby's Integer#size is the bytes of its machine representation.
  return isInteger(input) ? 8 : 0
}

/** What answers to `[]` in Ruby. */
function hasMembers(value: RubyValue): boolean {
  return (
    typeof value === 'string' ||
    isInteger(value) ||
    isArray(value) ||
    isHash(value) ||
    value instanceof RubyObject
  )
}

function sortNatural(items: readonly RubyValue[], property: RubyValue): RubyValue {
  if (!isNil(property) && !items.every(hasMembers)) return null
  const keyOf = (item: RubyValue): RubyValue => (isNil(property) ? item : member(item, property))
  return mergeSort(items, (left, right) => {
    const [leftKey, rightKey] = [keyOf(left), keyOf(right)]
    if (isNil(leftKey)) return 1
    return isNil(rightKey) ? -1 : compareStrings(fold(toText(leftKey)), fold(toText(rightKey)))
  })
}

/** Ruby's `casecmp` folds ASCII letters only. */
function fold(text: string): string {
  return text.replace(/[A-Z]+/g, letters => letters.toLowerCase())
}

function withDefault(input: RubyValue, fallback: RubyValue, options: RubyValue): RubyValue {
  const allowFalse = isHash(options) && truthy(options.get('allow_false'))
  const missing = allowFalse ? isNil(input) : !truthy(input)
  const empty =
    ((typeof input === 'string' || isArray(input)) && input.length === 0) ||
    (isHash(input) && input.size === 0)
  return missing || empty ? fallback : input
}

function sample(input: RubyValue, countValue: RubyValue): RubyValue {
  if (!isArray(input)) return input
  const count = isInteger(countValue) ? Number(countValue) : 1
  if (count === 1) return input[Math.floor(Math.random() * input.length)]
  return input
    .map(item => ({ item, order: Math.random() }))
    .toSorted((left, right) => left.order - right.order)
    .slice(0, count)
    .map(entry => entry.item)
}

function sentence(input: RubyValue, connector: string): string {
  // A text counts as its characters and a hash as values by number, as far as Ruby gets without joining them.
  const list =
    typeof input === 'string' ? [...input] : isHash(input) ? Array<null>(input.size).fill(null) : input
  if (!isArray(list) || (list !== input && list.length > 2))
    throw new LiquidError('NoMethodError', `undefined method \`join' for ${toText(input)}`)
  const texts = list.map(toText)
  if (texts.length < 2) return texts.join('')
  if (texts.length === 2) return `${texts[0]} ${connector} ${texts[1]}`
  return `${joinText(list.slice(0, -1), ', ')}, ${connector} ${texts.at(-1)}`
}

/**
 * Ruby's `Array#sort`.
 *
 * @throws LiquidError when two items cannot be compared
 */
export function sortPlainly(items: readonly RubyValue[]): RubyValue[] {
  return mergeSort(items, (left, right) => {
    const order = compare(left, right)
    if (order === undefined) throw argumentError(comparisonFailed(left, right))
    return order
  })
}
