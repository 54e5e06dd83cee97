import { lineStarts, positionAt } from '../text/index.ts'
import { bannerRule } from './problems/banner-rule.ts'
import { deadEmbedRule } from './problems/dead-embed-rule.ts'
import { frontMatterRule } from './problems/front-matter-rule.ts'
import { impossibleDayRule } from './problems/impossible-day-rule.ts'
import { liquidInCodeRule } from './problems/liquid-in-code-rule.ts'
import { markdownRule } from './problems/markdown-rule.ts'
import { noFrontMatterRule } from './problems/no-front-matter-rule.ts'
import { linkProblems } from './references/index.ts'
import type { FoundProblem, PostProblem, ProblemContext, ProblemRule } from './problem.ts'

/** What is looked for in a post by itself, the gravest first. What needs the site around it is the preflight's. */
export const problemRules: readonly ProblemRule[] = [
  frontMatterRule,
  noFrontMatterRule,
  impossibleDayRule,
  bannerRule,
  liquidInCodeRule,
  markdownRule,
  deadEmbedRule,
  linkProblems,
]

/** The problems of a post, in the order of its text. Never throws. */
export function findProblems(source: string, context: Partial<ProblemContext> = {}): PostProblem[] {
  const starts = lineStarts(source)
  const found = problemRules.flatMap(rule => rule(source, { postDate: context.postDate }))
  return found
    .filter(problem => !isSaidBetter(problem, found))
    .toSorted((a, b) => a.span.from - b.span.from)
    .map(problem => ({ ...problem, ...positionAt(starts, problem.span.from) }))
}

/** A banner that leads nowhere is one problem; its own rule knows what to do about it. */
function isSaidBetter({ code, span }: FoundProblem, found: readonly FoundProblem[]): boolean {
  return (
    code === 'link.missing-fragment' &&
    found.some(
      other =>
        other.code === 'update.broken-anchor' && other.span.from <= span.from && span.to <= other.span.to,
    )
  )
}
