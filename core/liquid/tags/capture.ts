import { syntaxError } from '../liquid-error.ts'
import type { TagDefinition } from '../parse-template.ts'
import { Body, Output } from '../template.ts'

/** `{% capture name %}…{% endcapture %}` */
export const capture: TagDefinition = {
  isBlock: true,
  parse(markup, parser) {
    const { line } = parser
    const name = /(?:\(?[\w\-.[\]]\)?)+/.exec(markup)?.[0]
    if (name === undefined) throw syntaxError("Syntax Error in 'capture' - Valid syntax: capture [var]")
    const body = new Body()
    parser.parseBlock('capture', body)
    return {
      line,
      blank: true,
      render(cx) {
        const output = new Output()
        body.render(cx, output)
        cx.assign(name, output.text)
      },
    }
  },
}
