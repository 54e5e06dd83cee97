import { splitFrontMatter } from '../../../post/index.ts'
import { type Fix, type PreflightRule, lineAt } from '../rule.ts'

/** Comments that are instructions to a program, not notes. */
const instruction = /^<!--\s*(?:more|excerpt|toc|prettier-ignore|markdownlint|\[if |<!\[endif)/i

/** An HTML comment is published: anyone reads it in the source of the page. */
export const htmlComments: PreflightRule = {
  code: 'html-comment',
  check({ source }, { site }) {
    const { body } = splitFrontMatter(source)
    const separator = site.settings.configuration.get('excerpt_separator')
    const code = codeSpans(source, body.from)
    return [...source.slice(body.from).matchAll(/<!--([\s\S]*?)-->/g)].flatMap(match => {
      const from = body.from + match.index
      if (match[0] === separator || instruction.test(match[0]) || match[1]!.trim() === '') return []
      if (code.some(span => span.from <= from && from < span.to)) return []
      return [
        {
          severity: 'warning',
          message: `Anyone can read this comment in the source of the page: ${shortened(match[1]!)}`,
          line: lineAt(source, from),
          about: match[0],
          fixes: fixes(from, match[0], match[1]!),
        },
      ]
    })
  },
}

function fixes(from: number, comment: string, words: string): Fix[] {
  const to = from + comment.length
  const remove: Fix = { id: 'remove-comment', title: 'Remove it', edits: [{ from, to, insert: '' }] }
  // Liquid in it would be carried out, or would end the comment early.
  if (/\{[%{]/.test(words)) return [remove]
  const insert = `{% comment %}${words}{% endcomment %}`
  return [{ id: 'liquid-comment', title: 'Keep it out of the page', edits: [{ from, to, insert }] }, remove]
}

/** Fences, indented code and code spans, where a comment is shown and not hidden. */
function codeSpans(source: string, from: number): { from: number; to: number }[] {
  const patterns = [
    /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[`~]*[ \t]*$/gm,
    /(?:^(?: {4}|\t)[^\n]*\n?)+/gm,
    /(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g,
    /\{%-?\s*(raw|highlight)\b[\s\S]*?end\1\s*-?%\}/g,
  ]
  return patterns.flatMap(pattern =>
    [...source.matchAll(pattern)]
      .filter(match => match.index >= from)
      .map(match => ({ from: match.index, to: match.index + match[0].length })),
  )
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 57)}…` : line
}
