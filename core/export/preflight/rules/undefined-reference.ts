import { jekyllOptions, parse } from '../../../kramdown/index.ts'
import { splitFrontMatter } from '../../../post/index.ts'
import { nearest } from '../nearest.ts'
import { type Fix, type PreflightRule, lineAt } from '../rule.ts'

/** Brackets that writers mean as brackets. */
const plainWords = /^(?:\s*|x|X|\d+|…|\.{3}|sic|\?|!)$/

/** `[words][label]` whose label nobody defines appears on the page as it is written. */
export const undefinedReference: PreflightRule = {
  code: 'undefined-reference',
  check({ source }) {
    const { body } = splitFrontMatter(source)
    const text = source.slice(body.from)
    const { root, warnings } = parse(text, jekyllOptions)
    const known = labelsOf(text)
    let end = 0 // The brackets inside of a reference that was named already are not a second one.
    return warnings
      .toSorted((a, b) => a.span.from - b.span.from)
      .flatMap(warning => {
        const isLink = warning.code === 'link.missing-definition'
        if (!isLink && warning.code !== 'footnote.missing-definition') return []
        const from = body.from + warning.span.from
        const written = source.slice(from, body.from + warning.span.to)
        const parts = /^!?\[([\s\S]*?)\](?:\s?\[([\s\S]*)\])?$/.exec(written)
        if (isLink && (!parts || (parts[2] === undefined && plainWords.test(parts[1]!)))) return []
        if (from < end) return []
        end = from + written.length
        return [
          {
            severity: 'warning',
            message: `${warning.message} It appears on the page as it is written: ${written}`,
            line: lineAt(source, from),
            about: written,
            fixes: isLink && parts && root ? fixes(written, parts, from, known) : [],
          },
        ]
      })
  },
}

function fixes(written: string, parts: RegExpExecArray, from: number, known: readonly string[]): Fix[] {
  const to = from + written.length
  const label = parts[2] || parts[1]!
  const better = nearest(label, known)
  const plain: Fix = {
    id: 'plain-words',
    title: 'Make it plain words',
    edits: [{ from, to, insert: parts[1]! }],
  }
  if (better === undefined) return [plain]
  const insert = `${written.startsWith('!') ? '!' : ''}[${parts[1]}][${better}]`
  return [{ id: 'nearest-label', title: `Use the label “${better}”`, edits: [{ from, to, insert }] }, plain]
}

function labelsOf(text: string): string[] {
  return [...text.matchAll(/^ {0,3}\[([^\]\n^]+)\]:/gm)].map(match => match[1]!)
}
