import { LiquidError, syntaxError } from '../liquid-error.ts'
import type { TagDefinition } from '../parse-template.ts'

/** `{% render "name" %}`: Liquid's own include, for which Jekyll gives no files. */
export const render: TagDefinition = {
  isBlock: false,
  parse(markup, parser) {
    if (!/(?:"[^"]*"|'[^']*')/.test(markup))
      throw syntaxError("Syntax error in tag 'render' - Template name must be a quoted string")
    return {
      line: parser.line,
      blank: false,
      render() {
        throw new LiquidError('Liquid::FileSystemError', 'This liquid context does not allow includes.')
      },
    }
  },
}
