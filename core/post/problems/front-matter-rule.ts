import { lineStarts } from '../../text/index.ts'
import { readFrontMatter } from '../front-matter/read-front-matter.ts'
import type { ProblemRule } from '../problem.ts'

/** Front matter Ruby cannot read: Jekyll drops all of it, title and layout included. */
export const frontMatterRule: ProblemRule = source => {
  const starts = lineStarts(source)
  return readFrontMatter(source).problems.map(({ message, line }) => {
    const from = starts[line - 1] ?? 0
    return {
      code: 'front-matter.unreadable',
      severity: 'error',
      message: `Jekyll cannot read the front matter and would drop it, title and layout included: ${message}`,
      span: { from, to: Math.max(from, (starts[line] ?? source.length) - 1) },
    }
  })
}
