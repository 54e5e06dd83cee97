import { type RubyValue, integer, toText } from '../ruby/index.ts'
import { argumentError } from './liquid-error.ts'

/**
 * A filter's or tag's number, read as strictly as Ruby's `Integer()` (liquid/utils.rb, to_integer).
 *
 * @throws LiquidError for anything but a whole number
 */
export function toInteger(value: RubyValue): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value
  const text = toText(value).trim()
  const match = /^([+-]?)(0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|\d+(?:_\d+)*)$/.exec(text)
  if (!match) throw argumentError('invalid integer')
  const digits = match[2]!.replaceAll('_', '').replace(/^0[oO]?(?=[0-7])/, '0o')
  if (/^0o?[89]/.test(digits)) throw argumentError('invalid integer')
  const value64 = integer(BigInt(digits))
  return match[1] === '-' ? -Number(value64) : Number(value64)
}
