import { splitFrontMatter } from '../front-matter.ts'
import { readFrontMatter } from '../front-matter/read-front-matter.ts'
import type { ProblemRule } from '../problem.ts'

/** A file name of 29 February in a year without one: Ruby counts on into March, and so does the address of the post. */
export const impossibleDayRule: ProblemRule = (source, { postDate }) => {
  const [year, month, day] = (postDate ?? '').split('-').map(Number)
  if (year === undefined || month === undefined || day === undefined) return []
  const taken = new Date(Date.UTC(year, month - 1, day))
  const isPossible = taken.getUTCMonth() === month - 1
  if (isPossible || month > 12 || day > 31 || readFrontMatter(source).data['date'] !== undefined) return []
  return [
    {
      code: 'file-name.impossible-day',
      severity: 'warning',
      message: `There is no ${postDate}: Jekyll takes this post for one of ${taken.toISOString().slice(0, 'YYYY-MM-DD'.length)}.`,
      span: { from: 0, to: Math.max(splitFrontMatter(source).body.from - 1, 0) },
    },
  ]
}
