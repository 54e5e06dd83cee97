import { setOptions } from '../element.ts'
import { entityByName } from '../markup/entities.ts'
import type { SpanRule } from '../span-parser.ts'

const symbols: ReadonlyMap<string, string> = new Map([
  ['---', 'mdash'],
  ['--', 'ndash'],
  ['...', 'hellip'],
  ['\\<<', 'lt'],
  ['\\>>', 'gt'],
  ['<< ', 'laquo_space'],
  [' >>', 'raquo_space'],
  ['<<', 'laquo'],
  ['>>', 'raquo'],
])

const symbol = /---|--|\.\.\.|\\<<|\\>>|<< | >>|<<|>>/y

/** Dashes, dots and guillemets — kramdown syntax, “Typographic Symbols”. A backslash keeps guillemets as they are. */
export const typographicSymbol: SpanRule = {
  name: 'typographic_syms',
  first: '-.\\<> ',
  stops: ['--', '...', '<<', '>>', '\\<<', '\\>>', ' <<', ' >>'],
  parse(cx) {
    const match = cx.match(symbol)
    if (!match) return false
    const from = cx.pos
    const end = from + match[0].length
    const value = symbols.get(match[0])!
    if (value === 'lt' || value === 'gt') {
      cx.leaveOut(from, end - 2)
      const entity = { ...entityByName(value, cx.options.version)!, original: undefined }
      for (const at of [end - 2, end - 1]) setOptions(cx.appendLeaf('entity', at, at + 1), { entity })
    } else cx.appendLeaf('typographic_sym', from, end, value)
    return true
  },
}
