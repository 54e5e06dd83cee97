import type { RubyDate } from './date.ts'
import type { RubyTime } from './time.ts'

/**
 * The values Ruby's YAML and Liquid work with, as TypeScript holds them.
 *
 * Ruby tells Integer and Float apart where JavaScript does not: here a number with an integral value is an Integer, any
 * other number a Float, and a Float that happens to be integral (`1.0`) is a {@link RubyFloat}. Integers too large for
 * a number are bigints. Hashes are Maps, because objects would reorder keys such as `2014`.
 */
export type RubyValue =
  | null
  | undefined
  | boolean
  | number
  | bigint
  | string
  | RubyFloat
  | RubyTime
  | RubyDate
  | RubyRange
  | RubyObject
  | RubyHash
  | readonly RubyValue[]

export type RubyHash = Map<RubyValue, RubyValue>

/** A Float whose value is a whole number, such as `1.0`. Made by {@link float} alone. */
export class RubyFloat {
  readonly value: number

  constructor(value: number) {
    this.value = value
  }
}

/** An inclusive range of integers, `first..last`. */
export class RubyRange {
  readonly first: number
  readonly last: number

  constructor(first: number, last: number) {
    this.first = first
    this.last = last
  }

  get size(): number {
    return Math.max(0, this.last - this.first + 1)
  }
}

/** A value with members of its own, looked up by name: what Liquid calls a drop. */
export abstract class RubyObject {
  abstract get(key: string): RubyValue
  abstract has(key: string): boolean
  abstract keys(): readonly string[]
  abstract toText(): string

  inspect(): string {
    return this.toText()
  }

  /** Ruby's `<=>`; undefined where this has no order with the other. */
  compareTo(other: RubyValue): number | undefined {
    return this === other ? 0 : undefined
  }
}

/** The Float of this value. */
export function float(value: number): number | RubyFloat {
  return Number.isInteger(value) ? new RubyFloat(value) : value
}

/** The Integer of this value, as a number where one holds it exactly. */
export function integer(value: bigint): number | bigint {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value
}

export function isFloat(value: RubyValue): value is number | RubyFloat {
  return value instanceof RubyFloat || (typeof value === 'number' && !Number.isInteger(value))
}

export function isInteger(value: RubyValue): value is number | bigint {
  return typeof value === 'bigint' || Number.isInteger(value)
}

export function isNumeric(value: RubyValue): value is number | bigint | RubyFloat {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof RubyFloat
}

export function isArray(value: RubyValue): value is readonly RubyValue[] {
  return Array.isArray(value)
}

export function isHash(value: RubyValue): value is RubyHash {
  return value instanceof Map
}

/** A numeric value as a JavaScript number; integers beyond its precision are rounded. */
export function numberOf(value: number | bigint | RubyFloat): number {
  return value instanceof RubyFloat ? value.value : Number(value)
}

/** What counts as true in Ruby: everything but nil and false. */
export function truthy(value: RubyValue): boolean {
  return value !== null && value !== undefined && value !== false
}
