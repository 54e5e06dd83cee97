import type { ProblemRule } from '../problem.ts'
import { readLinks } from '../references/index.ts'

/** Link definitions no link of the post uses; told, never taken out unasked. */
export const unusedDefinitionRule: ProblemRule = source => {
  const { definitions, uses, find } = readLinks(source)
  const used = new Set(uses.flatMap(use => (use.label === undefined ? [] : [find(use.label)])))
  return definitions
    .filter(definition => !definition.overruled && !used.has(definition))
    .map(({ label, span }) => {
      const newline = /^\r?\n/.exec(source.slice(span.to))?.[0].length ?? 0
      return {
        code: 'reference.unused',
        severity: 'info' as const,
        message: `No link of this post uses the definition “${label}”.`,
        span,
        fix: {
          title: 'Take the definition out',
          edits: [{ from: span.from, to: span.to + newline, insert: '' }],
        },
      }
    })
}
