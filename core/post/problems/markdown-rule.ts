import { jekyllOptions, parse } from '../../kramdown/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import type { ProblemRule } from '../problem.ts'
import { picturesWithoutWords } from './pictures-without-words.ts'

/** What kramdown warns of, but for links: more can be said of those; and what its tree shows to be missing. */
export const markdownRule: ProblemRule = source => {
  const { body } = splitFrontMatter(source)
  const { root, warnings } = parse(source.slice(body.from), jekyllOptions)
  const warned = warnings
    .filter(({ code }) => !code.startsWith('link.'))
    .map(({ code, message, span }) => ({
      code,
      severity: 'warning' as const,
      message,
      span: { from: body.from + span.from, to: body.from + span.to },
    }))
  return [...warned, ...picturesWithoutWords(root, source, body.from)]
}
