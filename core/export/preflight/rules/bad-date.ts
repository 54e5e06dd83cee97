import { dateInFileName, readFrontMatter, removeField, setField } from '../../../post/index.ts'
import { type PreflightRule, fixIfPossible } from '../rule.ts'

/** A date that is none stops the whole build (jekyll/utils.rb, parse_date). */
export const badDate: PreflightRule = {
  code: 'bad-date',
  check({ path, source, rendered }) {
    const problem = rendered?.problems.find(each => each.code === 'document.bad-date')
    if (!problem) return []
    const field = readFrontMatter(source).fields.find(each => each.name === 'date')
    const day = dateInFileName(path.split('/').at(-1)!)
    return [
      {
        severity: 'error',
        message: problem.message,
        line: field?.line ?? 1,
        about: problem.message,
        always: true,
        fixes: field
          ? [
              ...(day === undefined
                ? []
                : fixIfPossible('date-of-file', `Use the date of the file name, ${day}`, () =>
                    setField(source, 'date', { type: 'date', text: day }),
                  )),
              ...fixIfPossible('remove-date', 'Remove the date', () => removeField(source, 'date')),
            ]
          : [],
      },
    ]
  },
}
