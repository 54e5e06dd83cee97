import {
  RubyFloat,
  RubyTime,
  type RubyValue,
  decimal,
  float,
  integer,
  isFloat,
  isInteger,
  numberOf,
  rubyString,
  toText,
} from '../../ruby/index.ts'
import { LiquidError } from '../liquid-error.ts'
import { type FilterTable, filter, plain } from './filter.ts'

type Decimal = decimal.Decimal

/** A number as Liquid calculates with it: whole, or an exact decimal (liquid/utils.rb, to_number). */
type Operand = bigint | Decimal

/** Filters on numbers. */
export const numberFilters: FilterTable = {
  plus: filter(1, 1, (input, [operand]) => calculate(input, operand, (a, b) => a + b, decimal.add)),
  minus: filter(1, 1, (input, [operand]) => calculate(input, operand, (a, b) => a - b, decimal.subtract)),
  times: filter(1, 1, (input, [operand]) => calculate(input, operand, (a, b) => a * b, decimal.multiply)),
  divided_by: filter(1, 1, (input, [operand]) => divide(input, operand)),
  modulo: filter(1, 1, (input, [operand]) =>
    calculate(input, nonZero(operand), decimal.floorModulo, decimal.modulo),
  ),
  abs: plain(input => {
    const value = operandOf(input)
    if (typeof value === 'bigint') return integer(value < 0n ? -value : value)
    return toFloat({ ...value, digits: value.digits < 0n ? -value.digits : value.digits })
  }),
  round: filter(0, 1, (input, [places = 0]) => round(operandOf(input), places)),
  ceil: plain(input => {
    const value = operandOf(input)
    return integer(typeof value === 'bigint' ? value : decimal.ceil(value))
  }),
  floor: plain(input => {
    const value = operandOf(input)
    return integer(typeof value === 'bigint' ? value : decimal.floor(value))
  }),
  at_least: filter(1, 1, (input, [limit]) => pick(operandOf(input), operandOf(limit), sign => sign < 0)),
  at_most: filter(1, 1, (input, [limit]) => pick(operandOf(input), operandOf(limit), sign => sign > 0)),
  to_integer: plain(input => toInteger(input)),
}

function operandOf(value: RubyValue): Operand {
  if (isInteger(value)) return BigInt(value)
  if (isFloat(value)) return decimalOf(value)
  if (typeof value !== 'string') return 0n
  return /^-?\d+\.\d+$/.test(value.trim()) ? decimal.decimalFrom(value) : rubyString.toInteger(value)
}

function decimalOf(value: number | RubyFloat): Operand {
  const number = numberOf(value)
  if (!Number.isFinite(number)) throw new LiquidError('Liquid::FloatDomainError', toText(value))
  return decimal.decimalFrom(toText(value))
}

function asDecimal(value: Operand): Decimal {
  return typeof value === 'bigint' ? { digits: value, scale: 0 } : value
}

function toFloat(value: Decimal): number | RubyFloat {
  return float(decimal.decimalToNumber(value))
}

function calculate(
  input: RubyValue,
  operand: RubyValue,
  whole: (a: bigint, b: bigint) => bigint,
  exact: (a: Decimal, b: Decimal) => Decimal,
): RubyValue {
  const [left, right] = [operandOf(input), operandOf(operand)]
  if (typeof left === 'bigint' && typeof right === 'bigint') return integer(whole(left, right))
  return toFloat(exact(asDecimal(left), asDecimal(right)))
}

/** A decimal divided by zero is infinite, an integer an error. */
function divide(input: RubyValue, operand: RubyValue): RubyValue {
  const [left, right] = [operandOf(input), operandOf(operand)]
  if (asDecimal(right).digits !== 0n) return calculate(input, operand, decimal.floorDivide, decimal.divide)
  if (typeof left === 'bigint' && typeof right === 'bigint') nonZero(operand)
  return Number(asDecimal(left).digits) / 0
}

function nonZero(value: RubyValue): RubyValue {
  if (asDecimal(operandOf(value)).digits === 0n)
    throw new LiquidError('Liquid::ZeroDivisionError', 'divided by 0')
  return value
}

function round(value: Operand, placesValue: RubyValue): RubyValue {
  const placesOperand = operandOf(placesValue)
  const places = Number(typeof placesOperand === 'bigint' ? placesOperand : decimal.floor(placesOperand))
  const rounded = decimal.round(asDecimal(value), Math.max(-1000, Math.min(1000, places)))
  if (typeof value === 'bigint') return integer(decimal.floor(rounded))
  return places <= 0 ? integer(decimal.floor(rounded)) : toFloat(rounded)
}

function pick(value: Operand, limit: Operand, beyond: (sign: number) => boolean): RubyValue {
  const { digits } = decimal.subtract(asDecimal(value), asDecimal(limit))
  const result = beyond(digits < 0n ? -1 : digits > 0n ? 1 : 0) ? limit : value
  return typeof result === 'bigint' ? integer(result) : toFloat(result)
}

/** Jekyll's `to_integer`: Ruby's `to_i`. */
function toInteger(input: RubyValue): RubyValue {
  if (typeof input === 'boolean') return input ? 1 : 0
  if (isInteger(input)) return input
  if (isFloat(input)) return integer(BigInt(Math.trunc(numberOf(input))))
  if (typeof input === 'string') return integer(rubyString.toInteger(input))
  if (input === null || input === undefined || input instanceof RubyTime) return 0
  throw new LiquidError('NoMethodError', `undefined method \`to_i' for ${toText(input)}`)
}
