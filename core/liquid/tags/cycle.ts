import { isArray, joinText, toText } from '../../ruby/index.ts'
import { type Expression, literal, parseExpression } from '../expression.ts'
import { syntaxError } from '../liquid-error.ts'
import type { TagDefinition } from '../parse-template.ts'
import { quotedFragment } from '../patterns.ts'

const namedPattern = new RegExp(String.raw`^(${quotedFragment})[ \t\r\n\f\v]*:[ \t\r\n\f\v]*([\s\S]*)`)
const simplePattern = new RegExp(`^${quotedFragment}`)
const valuePattern = new RegExp(quotedFragment)

/** `{% cycle "odd", "even" %}`, `{% cycle "name": "odd", "even" %}`: prints the values in turn. */
export const cycle: TagDefinition = {
  isBlock: false,
  parse(markup, parser) {
    const named = namedPattern.exec(markup)
    if (!named && !simplePattern.test(markup))
      throw syntaxError("Syntax Error in 'cycle' - Valid syntax: cycle [name :] var [, var2, var3 ...]")
    const sources = (named?.[2] ?? markup)
      .split(',')
      .flatMap(part => valuePattern.exec(part)?.[0] ?? [])
      // A value that is written as nothing is none (liquid/tags/cycle.rb, variables_from_string).
      .filter(source => source !== 'nil' && source !== 'null')
    const values = sources.map(parseExpression)
    const name = named ? parseExpression(named[1]!) : unnamed(sources, values)
    return {
      line: parser.line,
      blank: false,
      render(cx, output) {
        const cycles = register(cx.registers)
        const key = toText(name.evaluate(cx))
        const turn = cycles.get(key) ?? 0
        const value = values[turn]?.evaluate(cx)
        output.text += isArray(value) ? joinText(value, '') : toText(value)
        cycles.set(key, turn + 1 >= values.length ? 0 : turn + 1)
      },
    }
  },
}

let unnamedCount = 0

/** Cycles of the same literals share their turn; one with a variable in it is its own. */
function unnamed(sources: readonly string[], values: readonly Expression[]): Expression {
  const literals = sources.every(source => /^(?:".*"|'.*'|-?\d[\d.]*|true|false|blank|empty)$/s.test(source))
  const name =
    values.length > 0 && literals ? sources.map(source => source.replaceAll("'", '"')).join(', ') : ''
  return literal(name || `unnamed ${++unnamedCount}`)
}

function register(registers: Map<string, unknown>): Map<string, number> {
  const known = registers.get('cycle')
  if (known instanceof Map) return known as Map<string, number>
  const cycles = new Map<string, number>()
  registers.set('cycle', cycles)
  return cycles
}
