import { type RubyHash, type RubyValue, isArray, joinText, toText } from '../ruby/index.ts'
import type { Context } from './context.ts'
import { type Expression, literal, parseExpression } from './expression.ts'
import { LiquidError } from './liquid-error.ts'
import { quotedFragment, space, tagAttribute } from './patterns.ts'
import { StrictParser } from './strict-parser.ts'

interface FilterCall {
  readonly name: string
  readonly positional: readonly Expression[]
  readonly keywords: readonly (readonly [string, Expression])[]
}

/** `name | filter: argument | …`, the inside of `{{ }}` and of several tags (liquid/variable.rb). */
export class Variable implements Expression {
  readonly #source: Expression
  readonly #filters: readonly FilterCall[]

  constructor(source: Expression, filters: readonly FilterCall[]) {
    this.#source = source
    this.#filters = filters
  }

  evaluate(cx: Context): RubyValue {
    let value = this.#source.evaluate(cx)
    for (const filter of this.#filters) {
      const values = filter.positional.map(argument => argument.evaluate(cx))
      if (filter.keywords.length > 0) {
        const keywords: RubyHash = new Map()
        for (const [key, argument] of filter.keywords) keywords.set(key, argument.evaluate(cx))
        values.push(keywords)
      }
      value = cx.invokeFilter(filter.name, value, values)
    }
    return value
  }

  /** What `{{ }}` prints: the elements of an array without anything between. */
  print(cx: Context): string {
    const value = this.evaluate(cx)
    return isArray(value) ? joinText(value, '') : toText(value)
  }
}

/** Reads markup strictly, and leniently where that fails, as Jekyll's `error_mode: warn` does. */
export function parseVariable(markup: string): Variable {
  try {
    return parseStrictly(markup)
  } catch (error) {
    if (!(error instanceof LiquidError)) throw error
    return parseLeniently(markup)
  }
}

function parseStrictly(markup: string): Variable {
  const parser = new StrictParser(markup)
  if (parser.looksAt('end_of_string')) return new Variable(literal(null), [])
  const source = parseExpression(parser.expression())
  const filters: FilterCall[] = []
  while (parser.consumeIf('pipe') !== undefined) {
    const name = parser.consume('id')
    const args: string[] = []
    if (parser.consumeIf('colon') !== undefined) {
      do args.push(parser.argument())
      while (parser.consumeIf('comma') !== undefined)
    }
    filters.push(filterCall(name, args))
  }
  parser.consume('end_of_string')
  return new Variable(source, filters)
}

const markupPattern = new RegExp(`(${quotedFragment})([\\s\\S]*)`)
const filterListPattern = new RegExp(String.raw`\|${space}*([\s\S]*)`)
const filterPattern = new RegExp(`(?:${space}+|${quotedFragment}|,)+`, 'g')
const argumentPattern = new RegExp(
  String.raw`(?::|,)${space}*((?:\w+${space}*:${space}*)?${quotedFragment})`,
  'g',
)

function parseLeniently(markup: string): Variable {
  const match = markupPattern.exec(markup)
  if (!match) return new Variable(literal(null), [])
  const filters: FilterCall[] = []
  for (const [text] of filterListPattern.exec(match[2]!)?.[1]?.matchAll(filterPattern) ?? []) {
    const name = /\w+/.exec(text)?.[0]
    if (name === undefined) continue
    filters.push(
      filterCall(
        name,
        [...text.matchAll(argumentPattern)].map(found => found[1]!),
      ),
    )
  }
  return new Variable(parseExpression(match[1]!), filters)
}

const keywordPattern = new RegExp(`^${tagAttribute}$`)

function filterCall(name: string, args: readonly string[]): FilterCall {
  const positional: Expression[] = []
  const keywords: [string, Expression][] = []
  for (const argument of args) {
    const keyword = keywordPattern.exec(argument)
    if (keyword) keywords.push([keyword[1]!, parseExpression(keyword[2]!)])
    else positional.push(parseExpression(argument))
  }
  return { name, positional, keywords }
}
