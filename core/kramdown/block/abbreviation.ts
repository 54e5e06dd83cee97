import type { BlockRule } from '../block-parser.ts'
import { strip } from '../characters.ts'

/**
 * Abbreviations — kramdown syntax, “Abbreviations”.
 *
 *     *[HTML]: HyperText Markup Language
 */
export const abbreviationDefinition: BlockRule = {
  name: 'abbrev_definition',
  first: '*',
  start: / {0,3}\*\[([^\n]+?)\]:([^\n]*?)\n/y,
  parse(cx, match) {
    const from = cx.pos
    const [whole, abbreviation, text] = match
    cx.pos += whole.length
    if (cx.state.abbreviations.has(abbreviation!))
      cx.warn('abbreviation.duplicate-definition', from, cx.pos, abbreviation!)
    const mark = cx.append(cx.block('eob', from, cx.pos, 'abbrev_def'))
    cx.state.setAbbreviation({
      type: 'abbreviation_definition',
      span: mark.span,
      abbreviation: abbreviation!,
      text: strip(text!),
      mark,
    })
    return true
  },
}
