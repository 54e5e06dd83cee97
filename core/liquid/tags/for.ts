import type { RubyValue } from '../../ruby/index.ts'
import type { Context } from '../context.ts'
import { type Expression, parseExpression } from '../expression.ts'
import { toInteger } from '../integer-argument.ts'
import { LiquidError, syntaxError } from '../liquid-error.ts'
import type { TagDefinition } from '../parse-template.ts'
import { quotedFragment, scanAttributes } from '../patterns.ts'
import { StrictParser } from '../strict-parser.ts'
import { Body, type Output } from '../template.ts'
import { sliceCollection } from './collection.ts'
import { ForLoop } from './loop-objects.ts'

interface Loop {
  readonly variable: string
  readonly collection: Expression
  /** What `offset: continue` of another loop must match. */
  readonly name: string
  readonly reversed: boolean
  offset?: Expression | 'continue'
  limit?: Expression
}

/** `{% for item in list reversed limit:2 offset:1 %}…{% else %}…{% endfor %}` */
export const forTag: TagDefinition = {
  isBlock: true,
  parse(markup, parser) {
    const { line } = parser
    const loop = parseLoop(markup)
    const body = new Body()
    let otherwise: Body | undefined
    parser.parseBlock('for', body, tag => (tag.name === 'else' ? (otherwise = new Body()) : undefined))
    const blank = body.blank && (otherwise?.blank ?? true)
    if (blank) {
      body.removeBlankStrings()
      otherwise?.removeBlankStrings()
    }
    return {
      line,
      blank,
      render(cx, output) {
        const items = loopItems(loop, cx)
        if (items.length === 0) otherwise?.render(cx, output)
        else renderItems(loop, items, body, cx, output)
      },
    }
  },
}

function parseLoop(markup: string): Loop {
  try {
    return parseLoopStrictly(markup)
  } catch (error) {
    if (!(error instanceof LiquidError)) throw error
    return parseLoopLeniently(markup)
  }
}

function parseLoopStrictly(markup: string): Loop {
  const parser = new StrictParser(markup)
  const variable = parser.consume('id')
  if (parser.consumeWord('in') === undefined) throw syntaxError("For loops require an 'in' clause")
  const collection = parser.expression()
  const loop = newLoop(variable, collection, parser.consumeWord('reversed') !== undefined)
  while (parser.looksAt('id') && parser.looksAt('colon', 1)) {
    const attribute = parser.consumeWord('limit') ?? parser.consumeWord('offset')
    if (attribute === undefined)
      throw syntaxError('Invalid attribute in for loop. Valid attributes are limit and offset')
    parser.consume()
    setAttribute(loop, attribute, parser.expression())
  }
  parser.consume('end_of_string')
  return loop
}

const loopPattern = new RegExp(
  String.raw`^([\w-]+)[ \t\r\n\f\v]+in[ \t\r\n\f\v]+((?:${quotedFragment})+)[ \t\r\n\f\v]*(reversed)?`,
)

function parseLoopLeniently(markup: string): Loop {
  const match = loopPattern.exec(markup)
  if (!match) throw syntaxError("Syntax Error in 'for loop' - Valid syntax: for [item] in [collection]")
  const loop = newLoop(match[1]!, match[2]!, match[3] !== undefined)
  for (const [key, value] of scanAttributes(markup)) setAttribute(loop, key, value)
  return loop
}

function newLoop(variable: string, collection: string, reversed: boolean): Loop {
  return { variable, collection: parseExpression(collection), name: `${variable}-${collection}`, reversed }
}

function setAttribute(loop: Loop, key: string, value: string): void {
  if (key === 'offset') loop.offset = value === 'continue' ? 'continue' : parseExpression(value)
  if (key === 'limit') loop.limit = parseExpression(value)
}

function loopItems(loop: Loop, cx: Context): RubyValue[] {
  const offsets = registered<number>(cx, 'for')
  const from = loop.offset === 'continue' ? (offsets.get(loop.name) ?? 0) : (integerOf(loop.offset, cx) ?? 0)
  const collection = loop.collection.evaluate(cx)
  const limit = integerOf(loop.limit, cx)
  const items = sliceCollection(collection, from, limit === undefined ? undefined : limit + from, cx)
  if (loop.reversed) items.reverse()
  offsets.set(loop.name, from + items.length)
  return items
}

function integerOf(expression: Expression | undefined, cx: Context): number | undefined {
  const value = expression?.evaluate(cx)
  return value === null || value === undefined ? undefined : toInteger(value)
}

function registered<T>(cx: Context, name: string): Map<string, T> {
  const known = cx.registers.get(name)
  if (known instanceof Map) return known as Map<string, T>
  const made = new Map<string, T>()
  cx.registers.set(name, made)
  return made
}

const current = 'forloop'

function renderItems(loop: Loop, items: readonly RubyValue[], body: Body, cx: Context, output: Output): void {
  const parent = cx.registers.get(current)
  const forLoop = new ForLoop(loop.name, items.length, parent instanceof ForLoop ? parent : undefined)
  cx.registers.set(current, forLoop)
  try {
    cx.inScope(() => {
      cx.setLocal('forloop', forLoop)
      for (const item of items) {
        cx.limits.countSteps(1)
        cx.setLocal(loop.variable, item)
        body.render(cx, output)
        forLoop.index++
        if (cx.takeInterrupt() === 'break') break
      }
    })
  } finally {
    cx.registers.set(current, parent)
  }
}
