import { type RubyValue, inspect } from '../../ruby/index.ts'
import { className } from '../condition.ts'
import { LiquidError } from '../liquid-error.ts'

/**
 * The text a filter of Jekyll calls a method of String on, without turning anything else into one.
 *
 * @throws LiquidError 'NoMethodError' for what is no text
 */
export function textInput(value: RubyValue, method: string): string {
  if (typeof value === 'string') return value
  const shown =
    value === null || value === undefined ? 'nil:NilClass' : `${inspect(value)}:${className(value)}`
  throw new LiquidError('NoMethodError', `undefined method \`${method}' for ${shown}`)
}

/**
 * The text a filter of Jekyll gives to a library that takes nothing else.
 *
 * @throws LiquidError 'TypeError' for what is no text
 */
export function strictText(value: RubyValue): string {
  if (typeof value === 'string') return value
  const shown =
    value === null || value === undefined || typeof value === 'boolean' ? inspect(value) : className(value)
  throw new LiquidError('TypeError', `no implicit conversion of ${shown} into String`)
}
