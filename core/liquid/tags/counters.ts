import {
  type RubyValue,
  float,
  integer,
  isArray,
  isFloat,
  isInteger,
  numberOf,
  toText,
} from '../../ruby/index.ts'
import { className } from '../condition.ts'
import type { Context } from '../context.ts'
import { LiquidError } from '../liquid-error.ts'
import type { TagDefinition } from '../parse-template.ts'

/** `{% increment name %}` prints a counter from 0, or from what the page is given by that name, then raises it. */
export const increment: TagDefinition = {
  isBlock: false,
  parse(markup, parser) {
    const name = markup.trim()
    return {
      line: parser.line,
      blank: false,
      render(cx, output) {
        const value = counterOf(cx, name)
        cx.setCounter(name, step(value, 1))
        output.text += toText(value)
      },
    }
  },
}

/** `{% decrement name %}` lowers the same counter, then prints it. */
export const decrement: TagDefinition = {
  isBlock: false,
  parse(markup, parser) {
    const name = markup.trim()
    return {
      line: parser.line,
      blank: false,
      render(cx, output) {
        const value = step(counterOf(cx, name), -1)
        cx.setCounter(name, value)
        output.text += toText(value)
      },
    }
  },
}

function counterOf(cx: Context, name: string): RubyValue {
  const value = cx.counter(name)
  return value === null || value === undefined || value === false ? 0 : value
}

/** @throws LiquidError for what Ruby cannot count on from */
function step(value: RubyValue, by: 1 | -1): RubyValue {
  if (isInteger(value)) return integer(BigInt(value) + BigInt(by))
  if (isFloat(value)) return float(numberOf(value) + by)
  if (isArray(value) || (typeof value === 'string' && by > 0))
    throw new LiquidError('TypeError', `no implicit conversion of Integer into ${className(value)}`)
  throw new LiquidError('NoMethodError', `undefined method \`${by > 0 ? '+' : '-'}' for ${className(value)}`)
}
