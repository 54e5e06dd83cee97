import { jekyllOptions, parse } from '../../kramdown/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import type { ProblemRule } from '../problem.ts'

/** Brackets writers mean as brackets: `[…]`, `[sic]`, `[x]`, `[12]`. */
const plainBrackets = /^\[(?:\s*|x|X|\d+|…|\.{3}|sic|\?|!)\]$/

/** What kramdown warns of. */
export const markdownRule: ProblemRule = source => {
  const { body } = splitFrontMatter(source)
  const { warnings } = parse(source.slice(body.from), jekyllOptions)
  let end = 0
  return warnings
    .toSorted((a, b) => a.span.from - b.span.from)
    .flatMap(({ code, message, span }) => {
      const place = { from: body.from + span.from, to: body.from + span.to }
      if (code === 'link.missing-definition') {
        // The brackets inside of a reference that was named already are not a second one.
        if (place.from < end || plainBrackets.test(source.slice(place.from, place.to))) return []
        end = place.to
      }
      return [{ code, severity: 'warning' as const, message, span: place }]
    })
}
