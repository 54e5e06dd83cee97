import {
  RubyObject,
  RubyRange,
  type RubyHash,
  type RubyValue,
  compare,
  compareStrings,
  float,
  integer,
  isArray,
  isHash,
  mergeSort,
  rubyString,
  toText,
  truthy,
} from '../../ruby/index.ts'
import { parseFilterCondition } from '../condition.ts'
import type { Context } from '../context.ts'
import { MethodLiteral } from '../expression.ts'
import { LiquidError, argumentError } from '../liquid-error.ts'
import { parseVariable } from '../variable.ts'
import { isNil, itemsOf, sortPlainly } from './collections.ts'
import { identity } from './distinct.ts'
import { type FilterTable, filter } from './filter.ts'

/** Jekyll's filters that pick, order and group items by a property or an expression (jekyll/filters.rb). */
export const selectionFilters: FilterTable = {
  where: filter(2, 2, (input, [property, target]) => {
    if (!truthy(property) || isArray(target) || isHash(target) || !isEnumerable(input)) return input
    return enumerate(input).filter(item => matches(propertyOf(item, property), target))
  }),
  where_exp: filter(2, 2, (input, [name, expression], cx) =>
    isEnumerable(input) ? enumerate(input).filter(tester(name, expression, cx)) : input,
  ),
  find: filter(2, 2, (input, [property, target]) => {
    if (!truthy(property) || isArray(target) || isHash(target) || !isEnumerable(input)) return input
    return enumerate(input).find(item => matches(propertyOf(item, property), target)) ?? null
  }),
  find_exp: filter(2, 2, (input, [name, expression], cx) =>
    isEnumerable(input) ? (enumerate(input).find(tester(name, expression, cx)) ?? null) : input,
  ),
  sort: filter(0, 2, (input, [property, nils = 'first']) => sort(input, property, nils)),
  group_by: filter(1, 1, (input, [property]) =>
    isGroupable(input) ? groups(pairsOf(input), item => toText(propertyOf(item, property))) : input,
  ),
  group_by_exp: filter(2, 2, (input, [name, expression], cx) => {
    if (!isGroupable(input)) return input
    const key = parseVariable(toText(expression))
    return cx.inScope(() =>
      groups(pairsOf(input), item => {
        cx.setLocal(name, item)
        return key.evaluate(cx)
      }),
    )
  }),
}

function isEnumerable(value: RubyValue): boolean {
  return isArray(value) || isHash(value) || value instanceof RubyRange
}

const isGroupable = isEnumerable

/** A hash stands for its values. */
function enumerate(value: RubyValue): readonly RubyValue[] {
  if (isArray(value)) return value
  return isHash(value) ? [...value.values()] : itemsOf(value)
}

/** A hash stands for its pairs. */
function pairsOf(value: RubyValue): readonly RubyValue[] {
  return isHash(value) ? [...value] : enumerate(value)
}

function tester(name: RubyValue, expression: RubyValue, cx: Context): (item: RubyValue) => boolean {
  const condition = parseFilterCondition(toText(expression))
  return item =>
    cx.inScope(() => {
      cx.setLocal(name, item)
      return truthy(condition.evaluate(cx))
    })
}

/** A member by name, or by a path of names with dots; texts that look like numbers become numbers. */
function propertyOf(item: RubyValue, property: RubyValue): RubyValue {
  const name = toText(property)
  const value = name.includes('.')
    ? name.split('.').reduce<RubyValue>((data, key) => (hasMembers(data) ? memberOf(data, key) : false), item)
    : memberOf(item, name)
  return numberLike(value)
}

function hasMembers(value: RubyValue): boolean {
  return isHash(value) || value instanceof RubyObject || typeof value === 'string' || isArray(value)
}

function memberOf(item: RubyValue, name: string): RubyValue {
  if (isHash(item)) return item.get(name)
  if (item instanceof RubyObject) return item.get(name)
  if (typeof item === 'string') return item.includes(name) ? name : null
  if (isNil(item)) throw new LiquidError('NoMethodError', "undefined method `[]' for nil:NilClass")
  throw new LiquidError('TypeError', 'no implicit conversion of String into Integer')
}

function numberLike(value: RubyValue): RubyValue {
  if (typeof value !== 'string') return value
  if (/^\s*-?\d+\s*$/.test(value)) return integer(rubyString.toInteger(value))
  if (/^\s*-?(?:\d+\.?\d*|\.\d+)\s*$/.test(value)) return float(rubyString.toFloat(value))
  return value
}

function matches(property: RubyValue, target: RubyValue): boolean {
  if (isNil(target)) return isNil(property)
  if (target instanceof MethodLiteral) return toText(property) === ''
  const text = toText(target)
  if (typeof property === 'string') return property === text
  if (isNil(property)) return false
  const candidates = isArray(property) ? property : isHash(property) ? [...property] : [property]
  return candidates.some(candidate => toText(candidate) === text)
}

function sort(input: RubyValue, property: RubyValue, nils: RubyValue): RubyValue {
  if (isNil(input)) throw argumentError('Cannot sort a null object.')
  if (!isNil(property) && nils !== 'first' && nils !== 'last')
    throw argumentError(
      `Invalid nils order: '${toText(nils)}' is not a valid nils order. It must be 'first' or 'last'.`,
    )
  const isDocument = input instanceof RubyObject && input.keys().length > 0
  if (!isEnumerable(input) && !isDocument)
    throw new LiquidError('NoMethodError', `undefined method \`sort' for ${toText(input)}`)
  if (isNil(property)) return sortPlainly(pairsOf(input))
  const nilOrder = nils === 'first' ? -1 : 1
  const keyed = pairsOf(input).map(item => ({ item, key: propertyOf(item, property) }))
  const sorted = mergeSort(keyed, (left, right) => {
    if (isNil(left.key) !== isNil(right.key)) return isNil(left.key) ? nilOrder : -nilOrder
    return compare(left.key, right.key) ?? compareStrings(toText(left.key), toText(right.key))
  })
  return sorted.map(entry => entry.item)
}

/** `{name, items, size}` for each different key, in the order keys first appear. */
function groups(items: readonly RubyValue[], keyOf: (item: RubyValue) => RubyValue): RubyHash[] {
  const found = new Map<unknown, { name: RubyValue; items: RubyValue[] }>()
  for (const item of items) {
    const name = keyOf(item)
    const group = found.get(identity(name))
    if (group) group.items.push(item)
    else found.set(identity(name), { name, items: [item] })
  }
  return [...found.values()].map(group => {
    const hash: RubyHash = new Map<RubyValue, RubyValue>()
    return hash.set('name', group.name).set('items', group.items).set('size', group.items.length)
  })
}
