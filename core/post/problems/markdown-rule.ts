import { jekyllOptions, parse } from '../../kramdown/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import type { ProblemRule } from '../problem.ts'

/** What kramdown warns of, but for links: more can be said of those. */
export const markdownRule: ProblemRule = source => {
  const { body } = splitFrontMatter(source)
  const { warnings } = parse(source.slice(body.from), jekyllOptions)
  return warnings
    .filter(({ code }) => !code.startsWith('link.'))
    .map(({ code, message, span }) => ({
      code,
      severity: 'warning' as const,
      message,
      span: { from: body.from + span.from, to: body.from + span.to },
    }))
}
