import { jekyllOptions, parse } from '../../../kramdown/index.ts'
import { splitFrontMatter } from '../../../post/index.ts'
import type { TextEdit } from '../../../text/index.ts'
import { nearest } from '../nearest.ts'
import { type PreflightRule, type RuleFinding, lineAt } from '../rule.ts'

/** Brackets that writers mean as brackets. */
const plainWords = /^(?:\s*|x|X|[\d.,]+|…|\.{3}|sic|\?|!)$/

/** `[words][label]` whose label nobody defines appears on the page as it is written. */
export const undefinedReference: PreflightRule = {
  code: 'undefined-reference',
  check({ source }) {
    const { body } = splitFrontMatter(source)
    const text = source.slice(body.from)
    const labels = labelsOf(text)
    const found = openReferences(text).map(reference => ({ ...reference, from: body.from + reference.from }))
    const meant = found.filter(
      ({ label, words }) => label !== undefined || nearest(words, labels) !== undefined,
    )
    const doubtful = found.filter(reference => !meant.includes(reference))
    return [...meant.map(reference => describe(source, reference, labels)), ...describeAll(source, doubtful)]
  },
}

/** A reference without a definition. Without a label it may as well be words in brackets. */
interface OpenReference {
  readonly from: number
  readonly written: string
  readonly words: string
  readonly label: string | undefined
}

function openReferences(text: string): OpenReference[] {
  const found: OpenReference[] = []
  let end = 0 // The brackets inside of a reference that was named already are not a second one.
  const warnings = parse(text, jekyllOptions).warnings.toSorted((a, b) => a.span.from - b.span.from)
  for (const { code, span } of warnings) {
    if (code !== 'link.missing-definition' || span.from < end) continue
    const written = text.slice(span.from, span.to)
    const parts = /^!?\[([\s\S]*?)\](?:\s?\[([\s\S]*)\])?$/.exec(written)
    if (!parts || (parts[2] === undefined && plainWords.test(parts[1]!))) continue
    end = span.to
    const label = parts[2] === undefined ? undefined : parts[2] || parts[1]!
    found.push({ from: span.from, written, words: parts[1]!, label })
  }
  return found
}

function describe(source: string, reference: OpenReference, labels: readonly string[]): RuleFinding {
  const { from, written, words, label } = reference
  const better = nearest(label ?? words, labels)
  const insert = `${written.startsWith('!') ? '!' : ''}[${words}][${better}]`
  return {
    severity: 'warning',
    message: `Nothing says where “${label ?? words}” leads. The page shows it as it is written: ${written}`,
    line: lineAt(source, from),
    about: written,
    fixes: [
      ...(better === undefined
        ? []
        : [
            {
              id: 'nearest-label',
              title: `Use the label “${better}”`,
              edits: [{ from, to: from + written.length, insert }],
            },
          ]),
      { id: 'plain-words', title: 'Make it plain words', edits: [plain(reference)] },
    ],
  }
}

/** One word for all of them: `[laughs]` is seldom a link that was forgotten. */
function describeAll(source: string, references: readonly OpenReference[]): RuleFinding[] {
  const [first] = references
  if (!first) return []
  const names = references.map(reference => reference.written)
  const shown = [...new Set(names)].slice(0, 5).join(', ')
  return [
    {
      severity: 'info',
      message: `Words in brackets without an address stay as they are on the page: ${shown}${names.length > 5 ? '…' : ''}`,
      line: lineAt(source, first.from),
      about: names.join(' '),
      fixes: [{ id: 'plain-words', title: 'Take the brackets away', edits: references.map(plain) }],
    },
  ]
}

function plain({ from, written, words }: OpenReference): TextEdit {
  return { from, to: from + written.length, insert: words }
}

function labelsOf(text: string): string[] {
  return [...text.matchAll(/^ {0,3}\[([^\]\n^]+)\]:/gm)].map(match => match[1]!)
}
