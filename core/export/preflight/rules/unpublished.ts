import { readFrontMatter, removeField } from '../../../post/index.ts'
import { type PreflightRule, fixIfPossible } from '../rule.ts'

/** Reasons why what is exported is not on the site: it says so itself, or its name is none of a post. */
export const unpublished: PreflightRule = {
  code: 'unpublished',
  check({ path, source, rendered, visible }) {
    if (visible) return []
    const field = readFrontMatter(source).fields.find(each => each.name === 'published')
    if (field?.value === false)
      return [
        {
          severity: 'warning',
          message: 'It says “published: false”, so it is not on the site.',
          line: field.line,
          about: 'published',
          fixes: fixIfPossible('publish', 'Publish it', () => removeField(source, 'published')),
        },
      ]
    const name = path.split('/').at(-1)!
    if (rendered || !/(^|\/)_posts\//.test(path)) return []
    return [
      {
        severity: 'error',
        message: `Jekyll passes over ${name}: the name of a post begins with its date, such as 2015-07-04-${name}.`,
        about: 'name',
        fixes: [],
      },
    ]
  },
}
