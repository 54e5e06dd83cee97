import { syntaxError } from '../liquid-error.ts'
import type { TagDefinition } from '../parse-template.ts'
import { parseVariable } from '../variable.ts'

/** `{% assign name = value | filter %}` */
export const assign: TagDefinition = {
  isBlock: false,
  parse(markup, parser) {
    const match = /((?:\(?[\w\-.[\]]\)?)+)[ \t\r\n\f\v]*=[ \t\r\n\f\v]*([\s\S]*)/.exec(markup)
    if (!match) throw syntaxError("Syntax Error in 'assign' - Valid syntax: assign [var] = [source]")
    const name = match[1]!
    const value = parseVariable(match[2]!)
    return { line: parser.line, blank: true, render: cx => cx.assign(name, value.evaluate(cx)) }
  },
}
