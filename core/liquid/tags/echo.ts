import type { TagDefinition } from '../parse-template.ts'
import { parseVariable } from '../variable.ts'

/** `{% echo value %}`, the `{{ value }}` of a `{% liquid %}` tag. */
export const echo: TagDefinition = {
  isBlock: false,
  parse(markup, parser) {
    const variable = parseVariable(markup)
    return {
      line: parser.line,
      blank: false,
      render(cx, output) {
        output.text += variable.print(cx)
      },
    }
  },
}
