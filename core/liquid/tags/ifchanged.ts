import type { TagDefinition } from '../parse-template.ts'
import { Body, Output } from '../template.ts'

/** `{% ifchanged %}…{% endifchanged %}`: prints its content unless the last such tag printed the same. */
export const ifchanged: TagDefinition = {
  isBlock: true,
  parse(_, parser) {
    const { line } = parser
    const body = new Body()
    parser.parseBlock('ifchanged', body)
    return {
      line,
      blank: body.blank,
      render(cx, output) {
        const content = new Output()
        body.render(cx, content)
        if (content.text === cx.registers.get('ifchanged')) return
        cx.registers.set('ifchanged', content.text)
        output.text += content.text
      },
    }
  },
}
