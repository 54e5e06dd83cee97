import {
  RubyObject,
  RubyRange,
  type RubyValue,
  float,
  integer,
  isArray,
  isHash,
  isInteger,
  rubyString,
} from '../ruby/index.ts'
import type { Context } from './context.ts'
import { toInteger } from './integer-argument.ts'

/** Something with a value in a context. */
export interface Expression {
  evaluate(cx: Context): RubyValue
}

/** `empty` and `blank`: questions in the condition of a tag, an empty text everywhere else. */
export class MethodLiteral extends RubyObject {
  readonly name: 'empty' | 'blank'
  /** Whether it stands in the condition of a tag and asks something of the other side. */
  readonly isQuestion: boolean

  constructor(name: 'empty' | 'blank', isQuestion = false) {
    super()
    this.name = name
    this.isQuestion = isQuestion
  }

  get(): RubyValue {
    return null
  }

  has(): boolean {
    return false
  }

  keys(): readonly string[] {
    return []
  }

  toText(): string {
    return ''
  }
}

const literals: ReadonlyMap<string, RubyValue> = new Map<string, RubyValue>([
  ['', null],
  ['nil', null],
  ['null', null],
  ['true', true],
  ['false', false],
  ['empty', new MethodLiteral('empty')],
  ['blank', new MethodLiteral('blank')],
])

/** Reads a literal, a range or a variable (liquid/expression.rb). Never fails: nonsense is a variable that is not there. */
export function parseExpression(markup: string): Expression {
  const text = rubyString.strip(markup)
  if (/^(?:"[\s\S]*"|'[\s\S]*')$/.test(text)) return literal(text.slice(1, -1))
  if (/^-?\d+$/.test(text)) return literal(integer(BigInt(text)))
  const range = /^\(\s*(\S+)\s*\.\.\s*(\S+)\s*\)$/.exec(text)
  if (range) return rangeOf(parseExpression(range[1]!), parseExpression(range[2]!))
  if (/^-?\d[\d.]+$/.test(text)) return literal(float(rubyString.toFloat(text)))
  return literals.has(text) ? literal(literals.get(text)!) : parseLookup(text)
}

export function literal(value: RubyValue): Expression {
  return { evaluate: () => value }
}

function rangeOf(first: Expression, last: Expression): Expression {
  return { evaluate: cx => new RubyRange(rangeEnd(first.evaluate(cx)), rangeEnd(last.evaluate(cx))) }
}

function rangeEnd(value: RubyValue): number {
  if (value === null || value === undefined) return 0
  return typeof value === 'string' ? Number(rubyString.toInteger(value)) : toInteger(value)
}

const commands = new Set(['size', 'first', 'last'])

/** `page.tags[0].size`: a name, then lookups by name or by value (liquid/variable_lookup.rb). */
function parseLookup(markup: string): Expression {
  const parts = markup.match(/\[[^\]]+\]|[\w-]+\??/g) ?? []
  const [name = literal(null), ...lookups] = parts.map(part =>
    part.startsWith('[') ? parseExpression(part.slice(1, -1)) : literal(part),
  )
  const isCommand = parts.slice(1).map(part => commands.has(part))
  return {
    evaluate(cx) {
      let value = cx.findVariable(name.evaluate(cx))
      for (const [index, lookup] of lookups.entries()) {
        value = lookUp(value, lookup.evaluate(cx), isCommand[index]!)
        if (value === null || value === undefined) return null
      }
      return value
    },
  }
}

function lookUp(value: RubyValue, key: RubyValue, isCommand: boolean): RubyValue {
  if (value instanceof RubyObject) {
    if (typeof key === 'string' && value.has(key)) return value.get(key)
    return null
  }
  if (isHash(value)) {
    if (value.has(key)) return value.get(key)
    if (!isCommand) return null
    if (key === 'size') return value.size
    return key === 'first' ? firstPair(value) : null
  }
  if (isArray(value)) {
    if (isInteger(key)) return value.at(Number(key))
    if (!isCommand) return null
    return key === 'size' ? value.length : value.at(key === 'first' ? 0 : -1)
  }
  return isCommand ? command(value, key) : null
}

function firstPair(hash: ReadonlyMap<RubyValue, RubyValue>): RubyValue {
  const [pair] = hash
  return pair
}

function command(value: RubyValue, key: RubyValue): RubyValue {
  if (value instanceof RubyRange)
    return key === 'size' ? value.size : key === 'first' ? value.first : value.last
  if (key !== 'size') return null
  if (typeof value === 'string') return rubyString.characterCount(value)
  // Ruby's Integer#size is the bytes of its machine representation.
  return isInteger(value) ? 8 : null
}
