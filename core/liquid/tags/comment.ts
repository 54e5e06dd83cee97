import { syntaxError } from '../liquid-error.ts'
import type { TagDefinition } from '../parse-template.ts'
import { Body } from '../template.ts'

/** `{% comment %}…{% endcomment %}`: read like any block, so a broken tag inside still breaks the page. */
export const comment: TagDefinition = {
  isBlock: true,
  parse(_, parser) {
    const { line } = parser
    parser.parseBlock('comment', new Body(), () => new Body())
    return { line, blank: true, render: () => {} }
  },
}

/** `{% # … %}` */
export const inlineComment: TagDefinition = {
  isBlock: false,
  parse(markup, parser) {
    if (/\n\s*[^#\s]/.test(markup))
      throw syntaxError(
        "Syntax error in tag '#' - Each line of comments must be prefixed by the '#' character",
      )
    return { line: parser.line, blank: true, render: () => {} }
  },
}
