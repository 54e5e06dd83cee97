import { type RubyValue, isNumeric, numberOf, rubyString, toText, truthy } from '../../ruby/index.ts'
import type { Context } from '../context.ts'
import { type Expression, parseExpression } from '../expression.ts'
import { syntaxError } from '../liquid-error.ts'
import type { TagDefinition } from '../parse-template.ts'
import { quotedFragment, scanAttributes } from '../patterns.ts'
import { Body } from '../template.ts'
import { sliceCollection } from './collection.ts'
import { TableRowLoop } from './loop-objects.ts'

const pattern = new RegExp(String.raw`(\w+)[ \t\r\n\f\v]+in[ \t\r\n\f\v]+((?:${quotedFragment})+)`)

/** `{% tablerow item in list cols:2 limit:4 offset:1 %}…{% endtablerow %}` */
export const tablerow: TagDefinition = {
  isBlock: true,
  parse(markup, parser) {
    const { line } = parser
    const match = pattern.exec(markup)
    if (!match)
      throw syntaxError(
        "Syntax Error in 'table_row loop' - Valid syntax: table_row [item] in [collection] cols=3",
      )
    const variable = match[1]!
    const collection = parseExpression(match[2]!)
    const attributes = new Map(scanAttributes(markup).map(([key, value]) => [key, parseExpression(value)]))
    const body = new Body()
    parser.parseBlock('tablerow', body)
    return {
      line,
      blank: body.blank,
      render(cx, output) {
        const value = collection.evaluate(cx)
        if (!truthy(value)) return
        const from = attributes.has('offset') ? count(attributes.get('offset'), cx) : 0
        const to = attributes.has('limit') ? from + count(attributes.get('limit'), cx) : undefined
        const items = sliceCollection(value, from, to, cx)
        const loop = new TableRowLoop(items.length, count(attributes.get('cols'), cx))
        output.text += '<tr class="row1">\n'
        cx.inScope(() => {
          cx.setLocal('tablerowloop', loop)
          for (const item of items) {
            cx.setLocal(variable, item)
            output.text += `<td class="col${loop.column}">`
            body.render(cx, output)
            output.text += '</td>'
            if (loop.isLastOfRow && !loop.isLast) output.text += `</tr>\n<tr class="row${loop.row + 1}">`
            loop.advance()
          }
        })
        output.text += '</tr>\n'
      },
    }
  },
}

/** Ruby's `to_i`. */
function count(expression: Expression | undefined, cx: Context): number {
  const value: RubyValue = expression?.evaluate(cx)
  return isNumeric(value) ? Math.trunc(numberOf(value)) : Number(rubyString.toInteger(toText(value)))
}
