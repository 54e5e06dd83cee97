import { truthy } from '../../ruby/index.ts'
import { type Condition, parseCondition } from '../condition.ts'
import type { TagDefinition } from '../parse-template.ts'
import { Body } from '../template.ts'

interface Branch {
  /** Undefined for `else`. */
  readonly condition: Condition | undefined
  readonly body: Body
}

/** `{% if a %}…{% elsif b %}…{% else %}…{% endif %}` */
export const ifTag: TagDefinition = conditional(true)

/** `{% unless a %}…`: the first condition must fail; `elsif` and `else` are as in `if`. */
export const unless: TagDefinition = conditional(false)

function conditional(wanted: boolean): TagDefinition {
  return {
    isBlock: true,
    parse(markup, parser, name) {
      const { line } = parser
      const branches: Branch[] = [{ condition: parseCondition(markup), body: new Body() }]
      parser.parseBlock(name, branches[0]!.body, tag => {
        if (tag.name !== 'elsif' && tag.name !== 'else') return undefined
        const condition = tag.name === 'else' ? undefined : parseCondition(tag.markup)
        const body = new Body()
        branches.push({ condition, body })
        return body
      })
      const blank = branches.every(branch => branch.body.blank)
      if (blank) for (const { body } of branches) body.removeBlankStrings()
      return {
        line,
        blank,
        render(cx, output) {
          for (const [index, { condition, body }] of branches.entries()) {
            const holds = condition ? truthy(condition.evaluate(cx)) : true
            if (holds !== (index === 0 ? wanted : true)) continue
            body.render(cx, output)
            return
          }
        },
      }
    },
  }
}
