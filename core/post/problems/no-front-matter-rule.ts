import { splitFrontMatter } from '../front-matter.ts'
import type { ProblemRule } from '../problem.ts'

/** A marker line, and under it what looks like a field. */
const begun = /^\uFEFF?---[^\S\n]*\n(?:[^\S\n]*(?:#.*)?\n)*[\w-]+:(?:\s|$)/

/**
 * A post without front matter, or with one that does not end. Jekyll publishes both
 * (lib/jekyll/readers/post_reader.rb asks for the name only), but hardly as the author means it.
 */
export const noFrontMatterRule: ProblemRule = (source, { postDate }) => {
  if (splitFrontMatter(source).yaml !== undefined) return []
  const lineEnd = source.indexOf('\n')
  const span = { from: 0, to: lineEnd === -1 ? source.length : lineEnd }
  if (begun.test(source))
    return [
      {
        code: 'post.endless-front-matter',
        severity: 'error',
        message:
          'The front matter does not end: a line with --- is missing after it, so Jekyll would publish it as text.',
        span,
      },
    ]
  // Without a date in its name it is a page, which Jekyll copies as it is, or a draft that is only begun.
  if (postDate === undefined) return []
  return [
    {
      code: 'post.no-front-matter',
      severity: 'warning',
      message:
        'This post has no front matter, so Jekyll takes its title from the file name and gives it no layout of its own.',
      span,
    },
  ]
}
