import { RubyObject, type RubyValue, isArray, isFloat, isHash, isNumeric, toText } from '../../ruby/index.ts'
import { LiquidError } from '../liquid-error.ts'
import { type FilterTable, plain } from './filter.ts'

/** Deeper values are taken to hold themselves. */
const maxDepth = 100

export const jsonFilters: FilterTable = {
  jsonify: plain(input => toJson(input, 0)),
}

/** Ruby's `to_json`: no white space, times as text, `1.0` kept a float. */
export function toJson(value: RubyValue, depth = 0): string {
  if (depth > maxDepth) throw new LiquidError('ArgumentError', `nesting of ${depth} is too deep`)
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'boolean') return String(value)
  if (isNumeric(value)) return numberJson(value)
  if (isArray(value)) return `[${value.map(item => toJson(item, depth + 1)).join(',')}]`
  if (isHash(value)) return objectJson([...value], depth)
  if (value instanceof RubyObject && value.keys().length > 0)
    return objectJson(
      value.keys().map(key => [key, value.get(key)] as const),
      depth,
    )
  return JSON.stringify(toText(value))
}

function objectJson(entries: readonly (readonly [RubyValue, RubyValue])[], depth: number): string {
  return `{${entries.map(([key, entry]) => `${JSON.stringify(toText(key))}:${toJson(entry, depth + 1)}`).join(',')}}`
}

function numberJson(value: Parameters<typeof toText>[0]): string {
  const text = toText(value)
  if (isFloat(value) && !/\d/.test(text))
    throw new LiquidError('ArgumentError', `${text} not allowed in JSON`)
  return text
}
