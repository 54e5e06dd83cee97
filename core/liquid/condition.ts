import {
  RubyDate,
  RubyFloat,
  RubyObject,
  RubyRange,
  RubyTime,
  type RubyValue,
  compare,
  equal,
  inspect,
  isArray,
  isHash,
  isNumeric,
  numberOf,
  toText,
  truthy,
} from '../ruby/index.ts'
import type { Context } from './context.ts'
import { type Expression, MethodLiteral, literal, parseExpression } from './expression.ts'
import { LiquidError, argumentError, syntaxError } from './liquid-error.ts'
import { quotedFragment, space } from './patterns.ts'
import { StrictParser } from './strict-parser.ts'

/** One comparison, or a lone value, and how the next one is joined to it. */
interface Comparison {
  readonly left: Expression
  readonly operator: string | undefined
  readonly right: Expression
  joined: 'and' | 'or' | undefined
}

/** What `if`, `unless`, `case` and `where_exp` test. */
export class Condition {
  readonly #comparisons: readonly Comparison[]

  constructor(comparisons: readonly Comparison[]) {
    this.#comparisons = comparisons
  }

  /**
   * `and` and `or` bind alike and to the right: the first comparison that decides ends it (liquid/condition.rb,
   * evaluate).
   */
  evaluate(cx: Context): RubyValue {
    let result: RubyValue = null
    for (const comparison of this.#comparisons) {
      result = evaluateComparison(comparison, cx)
      if (comparison.joined === 'or' ? truthy(result) : !truthy(result)) return result
    }
    return result
  }
}

export function equality(left: Expression, right: Expression): Condition {
  return new Condition([{ left, operator: '==', right, joined: undefined }])
}

/**
 * Reads the markup of an `if`, strictly first and leniently where that fails.
 *
 * @throws LiquidError where even the lenient reading finds no condition
 */
export function parseCondition(markup: string): Condition {
  try {
    return parseConditionStrictly(markup, parseComparand)
  } catch (error) {
    if (!(error instanceof LiquidError)) throw error
    return parseConditionLeniently(markup)
  }
}

/**
 * The condition of a filter such as `where_exp`, in which `empty` and `blank` are no questions but values like any.
 *
 * @throws LiquidError outside the strict grammar
 */
export function parseFilterCondition(markup: string): Condition {
  return parseConditionStrictly(markup, parseExpression)
}

const questions: ReadonlyMap<string, Expression> = new Map(
  (['empty', 'blank'] as const).map(name => [name, literal(new MethodLiteral(name, true))]),
)

/** A side of a comparison in a tag, where `empty` and `blank` ask something of the other side. */
export function parseComparand(markup: string): Expression {
  return questions.get(markup) ?? parseExpression(markup)
}

/** @throws LiquidError outside the strict grammar */
function parseConditionStrictly(markup: string, parseOperand: (markup: string) => Expression): Condition {
  const parser = new StrictParser(markup)
  const comparisons = [strictComparison(parser, parseOperand)]
  for (;;) {
    const joined = parser.consumeWord('and') ?? parser.consumeWord('or')
    if (joined === undefined) break
    comparisons.at(-1)!.joined = joined === 'and' ? 'and' : 'or'
    comparisons.push(strictComparison(parser, parseOperand))
  }
  parser.consume('end_of_string')
  return new Condition(comparisons)
}

function strictComparison(parser: StrictParser, parseOperand: (markup: string) => Expression): Comparison {
  const left = parseOperand(parser.expression())
  const operator = parser.consumeIf('comparison')
  const right = operator === undefined ? nothing : parseOperand(parser.expression())
  return { left, operator, right, joined: undefined }
}

const nothing = parseExpression('')
const joiner = String.raw`\b(?:${space}?and${space}?|${space}?or${space}?)\b`
const piecePattern = new RegExp(
  String.raw`(?:${joiner}|(?:${space}*(?!${joiner})(?:${quotedFragment}|\S+)${space}*)+)`,
  'g',
)
const comparisonPattern = new RegExp(
  String.raw`(${quotedFragment})${space}*([=!<>a-z_]+)?${space}*(${quotedFragment})?`,
)
const invalidIf = "Syntax Error in tag 'if' - Valid syntax: if [expression]"

function parseConditionLeniently(markup: string): Condition {
  const pieces = markup.match(piecePattern) ?? []
  const comparisons: Comparison[] = []
  let joined: Comparison['joined']
  while (pieces.length > 0 || comparisons.length === 0) {
    comparisons.unshift(lenientComparison(pieces.pop(), joined))
    if (pieces.length === 0) break
    const word = pieces.pop()!.trim()
    const left = pieces.at(-1)
    if (left === undefined || !comparisonPattern.test(left)) throw syntaxError(invalidIf)
    if (word !== 'and' && word !== 'or') throw syntaxError(invalidIf)
    joined = word
  }
  return new Condition(comparisons)
}

function lenientComparison(piece: string | undefined, joined: Comparison['joined']): Comparison {
  const match = comparisonPattern.exec(piece ?? '')
  if (!match) throw syntaxError(invalidIf)
  return {
    left: parseComparand(match[1]!),
    operator: match[2],
    right: parseComparand(match[3] ?? ''),
    joined,
  }
}

function evaluateComparison({ left, operator, right }: Comparison, cx: Context): RubyValue {
  if (operator === undefined) return left.evaluate(cx)
  return compareBy(operator, left.evaluate(cx), right.evaluate(cx))
}

function compareBy(operator: string, left: RubyValue, right: RubyValue): RubyValue {
  switch (operator) {
    case '==':
      return sameValue(left, right)
    case '!=':
    case '<>':
      return !truthy(sameValue(left, right))
    case '<':
      return order(left, right, sign => sign < 0)
    case '>':
      return order(left, right, sign => sign > 0)
    case '<=':
      return order(left, right, sign => sign <= 0)
    case '>=':
      return order(left, right, sign => sign >= 0)
    case 'contains':
      return contains(left, right)
    default:
      throw argumentError(`Unknown operator ${operator}`)
  }
}

function sameValue(left: RubyValue, right: RubyValue): RubyValue {
  if (left instanceof MethodLiteral && left.isQuestion) return isEmpty(right, left)
  if (right instanceof MethodLiteral && right.isQuestion) return isEmpty(left, right)
  return equal(left, right)
}

/** Only texts, arrays and hashes can be empty; nothing is `blank`, a word plain Ruby does not know. */
function isEmpty(value: RubyValue, question: MethodLiteral): RubyValue {
  if (question.name === 'blank') return null
  if (typeof value === 'string' || isArray(value)) return value.length === 0
  return isHash(value) ? value.size === 0 : null
}

function order(left: RubyValue, right: RubyValue, holds: (sign: number) => boolean): RubyValue {
  if (!isOrdered(left) || !isOrdered(right)) return null
  const sign = compare(left, right)
  if (sign !== undefined) return holds(sign)
  if (isNumeric(left) && isNumeric(right)) return false
  throw argumentError(comparisonFailed(left, right))
}

function isOrdered(value: RubyValue): boolean {
  return (
    typeof value === 'string' || isNumeric(value) || value instanceof RubyTime || value instanceof RubyDate
  )
}

/** Whether Ruby keeps a number as an object of its own: whole ones beyond 62 bits. */
function isBig(value: RubyValue): boolean {
  return typeof value === 'bigint' && (value >= 2n ** 62n || value < -(2n ** 62n))
}

/** Ruby's words: it shows numbers and the like, and names the class of everything else. */
export function comparisonFailed(left: RubyValue, right: RubyValue): string {
  const special =
    right === null || right === undefined || typeof right === 'boolean' || (isNumeric(right) && !isBig(right))
  return `comparison of ${className(left)} with ${special ? inspect(right) : className(right)} failed`
}

export function className(value: RubyValue): string {
  if (value === null || value === undefined) return 'NilClass'
  if (typeof value === 'string') return 'String'
  if (typeof value === 'boolean') return value ? 'TrueClass' : 'FalseClass'
  if (value instanceof RubyFloat || (typeof value === 'number' && !Number.isInteger(value))) return 'Float'
  if (typeof value === 'number' || typeof value === 'bigint') return 'Integer'
  if (value instanceof RubyTime) return 'Time'
  if (value instanceof RubyDate) return 'Date'
  if (value instanceof RubyRange) return 'Range'
  if (isArray(value)) return 'Array'
  return isHash(value) ? 'Hash' : 'Object'
}

function contains(left: RubyValue, right: RubyValue): RubyValue {
  if (!truthy(left) || !truthy(right)) return false
  if (typeof left === 'string') return left.includes(toText(right))
  if (isArray(left)) return left.some(item => equal(item, right))
  if (isHash(left)) return left.has(right)
  if (left instanceof RubyRange)
    return isNumeric(right) && numberOf(right) >= left.first && numberOf(right) <= left.last
  return left instanceof RubyObject && typeof right === 'string' && left.has(right)
}
