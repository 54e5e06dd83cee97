import { lineStarts, positionAt } from '../text/index.ts'
import { bannerRule } from './problems/banner-rule.ts'
import { deadEmbedRule } from './problems/dead-embed-rule.ts'
import { frontMatterRule } from './problems/front-matter-rule.ts'
import { markdownRule } from './problems/markdown-rule.ts'
import { unusedDefinitionRule } from './problems/unused-definition-rule.ts'
import type { PostProblem, ProblemContext, ProblemRule } from './problem.ts'

/** What is looked for in a post by itself, the gravest first. What needs the site around it is the preflight's. */
export const problemRules: readonly ProblemRule[] = [
  frontMatterRule,
  bannerRule,
  markdownRule,
  deadEmbedRule,
  unusedDefinitionRule,
]

/** The problems of a post, in the order of its text. Never throws. */
export function findProblems(source: string, context: Partial<ProblemContext> = {}): PostProblem[] {
  const starts = lineStarts(source)
  return problemRules
    .flatMap(rule => rule(source, { postDate: context.postDate }))
    .toSorted((a, b) => a.span.from - b.span.from)
    .map(problem => ({ ...problem, ...positionAt(starts, problem.span.from) }))
}
