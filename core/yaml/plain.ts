import { RubyDate, RubyFloat, RubyTime, type RubyValue, isArray, isHash, toText } from '../ruby/index.ts'

/** A value of JSON; what {@link toPlain} gives. */
export type PlainValue =
  | null
  | boolean
  | number
  | string
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue }

/** A value read from YAML as JSON would hold it: mappings as objects, dates and times as Ruby prints them. */
export function toPlain(value: RubyValue): PlainValue {
  if (value === null || value === undefined) return null
  if (isArray(value)) return value.map(toPlain)
  if (isHash(value))
    return Object.fromEntries([...value].map(([key, entry]) => [toText(key), toPlain(entry)]))
  if (value instanceof RubyFloat) return value.value
  if (value instanceof RubyTime || value instanceof RubyDate || typeof value === 'object')
    return toText(value)
  return typeof value === 'bigint' ? Number(value) : value
}
