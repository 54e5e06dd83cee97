import { RubyDate } from './date.ts'
import { RubyTime } from './time.ts'
import { RubyObject, RubyRange, type RubyValue, isArray, isHash, isNumeric, numberOf } from './value.ts'

/** Ruby's `==`. */
export function equal(left: RubyValue, right: RubyValue): boolean {
  if (left === right) return true
  if (left === null || left === undefined) return right === null || right === undefined
  if (isNumeric(left)) return isNumeric(right) && compareNumbers(left, right) === 0
  if (isArray(left)) {
    if (!isArray(right) || left.length !== right.length) return false
    return left.every((item, index) => equal(item, right[index]))
  }
  if (isHash(left)) {
    if (!isHash(right) || left.size !== right.size) return false
    return [...left].every(([key, value]) => right.has(key) && equal(value, right.get(key)))
  }
  if (left instanceof RubyTime) return right instanceof RubyTime && compare(left, right) === 0
  if (left instanceof RubyDate) return right instanceof RubyDate && compare(left, right) === 0
  if (left instanceof RubyRange)
    return right instanceof RubyRange && left.first === right.first && left.last === right.last
  return false
}

/** Ruby's `<=>`: undefined where the two cannot be compared. */
export function compare(left: RubyValue, right: RubyValue): number | undefined {
  if (typeof left === 'string') return typeof right === 'string' ? compareStrings(left, right) : undefined
  if (isNumeric(left)) return isNumeric(right) ? compareNumbers(left, right) : undefined
  if (left instanceof RubyTime) {
    if (!(right instanceof RubyTime)) return undefined
    return Math.sign(left.epochSeconds - right.epochSeconds || left.nanoseconds - right.nanoseconds)
  }
  if (left instanceof RubyDate) {
    if (!(right instanceof RubyDate)) return undefined
    return Math.sign(left.year - right.year || left.month - right.month || left.day - right.day)
  }
  if (isArray(left)) return isArray(right) ? compareArrays(left, right) : undefined
  if (left instanceof RubyObject) return left.compareTo(right)
  return equal(left, right) ? 0 : undefined
}

function compareArrays(left: readonly RubyValue[], right: readonly RubyValue[]): number | undefined {
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const order = compare(left[index], right[index])
    if (order !== 0) return order
  }
  return Math.sign(left.length - right.length)
}

type Numeric = Parameters<typeof numberOf>[0]

function compareNumbers(left: Numeric, right: Numeric): number | undefined {
  if (typeof left === 'bigint' && typeof right === 'bigint') return left < right ? -1 : left > right ? 1 : 0
  const [a, b] = [numberOf(left), numberOf(right)]
  if (Number.isNaN(a) || Number.isNaN(b)) return undefined
  return a < b ? -1 : a > b ? 1 : 0
}

/** By code point, as Ruby compares UTF-8 bytes; JavaScript's own order differs beyond U+FFFF. */
export function compareStrings(left: string, right: string): number {
  const limit = Math.min(left.length, right.length)
  for (let index = 0; index < limit; index++) {
    const [a, b] = [left.charCodeAt(index), right.charCodeAt(index)]
    if (a === b) continue
    if (isSurrogate(a) !== isSurrogate(b)) return isSurrogate(a) ? 1 : -1
    return a < b ? -1 : 1
  }
  return Math.sign(left.length - right.length)
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd8_00 && unit <= 0xdf_ff
}
