import { truthy } from '../../ruby/index.ts'
import { type Condition, equality, parseComparand } from '../condition.ts'
import { parseExpression } from '../expression.ts'
import { syntaxError } from '../liquid-error.ts'
import type { TagDefinition } from '../parse-template.ts'
import { quotedFragment } from '../patterns.ts'
import { Body } from '../template.ts'

interface Branch {
  /** Undefined for `else`. */
  readonly condition: Condition | undefined
  readonly body: Body
}

const subjectPattern = new RegExp(quotedFragment)
const whenPattern = new RegExp(
  String.raw`(${quotedFragment})(?:(?:[ \t\r\n\f\v]+or[ \t\r\n\f\v]+|[ \t\r\n\f\v]*,[ \t\r\n\f\v]*)(${quotedFragment}[\s\S]*))?`,
)

/**
 * `{% case value %}{% when one, or another %}…{% else %}…{% endcase %}`
 *
 * Every branch that fits is rendered, and one with two fitting values twice, as Ruby's does.
 */
export const caseTag: TagDefinition = {
  isBlock: true,
  parse(markup, parser) {
    const { line } = parser
    const subject = subjectPattern.exec(markup)
    if (!subject) throw syntaxError("Syntax Error in 'case' - Valid syntax: case [condition]")
    const left = parseExpression(subject[0])
    const branches: Branch[] = []
    const before = new Body()
    parser.parseBlock('case', before, tag => {
      if (tag.name !== 'when' && tag.name !== 'else') return undefined
      const body = new Body()
      if (tag.name === 'else') branches.push(elseBranch(tag.markup, body))
      else
        for (const value of whenValues(tag.markup))
          branches.push({ condition: equality(left, parseComparand(value)), body })
      return body
    })
    const blank = before.blank && branches.every(branch => branch.body.blank)
    if (blank) for (const { body } of branches) body.removeBlankStrings()
    return {
      line,
      blank,
      render(cx, output) {
        let fits = false
        for (const { condition, body } of branches) {
          if (!condition) {
            if (!fits) body.render(cx, output)
          } else if (truthy(condition.evaluate(cx))) {
            fits = true
            body.render(cx, output)
          }
        }
      },
    }
  },
}

function elseBranch(markup: string, body: Body): Branch {
  if (markup.trim() !== '')
    throw syntaxError("Syntax Error in tag 'case' - Valid else condition: {% else %} (no parameters) ")
  return { condition: undefined, body }
}

function whenValues(markup: string): string[] {
  const values: string[] = []
  for (let rest: string | undefined = markup; rest !== undefined;) {
    const match = whenPattern.exec(rest)
    if (!match)
      throw syntaxError(
        "Syntax Error in tag 'case' - Valid when condition: {% when [condition] [or condition2...] %}",
      )
    values.push(match[1]!)
    rest = match[2]
  }
  return values
}
