import { syntaxError } from '../liquid-error.ts'
import type { TagDefinition, TemplateParser } from '../parse-template.ts'

/** `{% raw %}…{% endraw %}` */
export const raw: TagDefinition = {
  isBlock: true,
  parse(markup, parser) {
    const { line } = parser
    if (markup.trim() !== '') throw syntaxError("Syntax Error in 'raw' - Valid syntax: raw")
    const text = rawText(parser)
    return {
      line,
      blank: text === '',
      render(_, output) {
        output.text += text
      },
    }
  },
}

/** The end tag may stand inside what looks like another token, as in `{{ {% endraw %}`. */
const endPattern = /^([\s\S]*)\{%\s*(\w+)\s*([\s\S]*)?%\}$/

function rawText(parser: TemplateParser): string {
  let text = ''
  for (let token = parser.nextToken(); token !== undefined; token = parser.nextToken()) {
    const match = token.endsWith('%}') ? endPattern.exec(token) : null
    if (match?.[2] === 'endraw') return text + match[1]!
    text += token
  }
  throw syntaxError("'raw' tag was never closed")
}
