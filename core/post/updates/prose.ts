/** The body of a post as lines, with what is not prose blanked out: code, comments, scripts, front matter. */
import { type Span, lineStarts } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'

export interface ProseLine extends Span {
  /** Without the line ending; what is not prose is spaces. */
  readonly text: string
  /** From 1. */
  readonly line: number
  /** Nothing but blanks stand in it, or stood in it once what is not prose is taken away. */
  readonly isBlank: boolean
}

const unwritten: readonly RegExp[] = [
  /<!--[\s\S]*?(?:-->|$(?![\s\S]))/g,
  /^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t]*\1[`~]*[ \t]*\r?$|$(?![\s\S]))/gm,
  /\{%-?\s*highlight\b[\s\S]*?\{%-?\s*endhighlight\s*-?%\}/g,
  /\{%-?\s*comment\b[\s\S]*?\{%-?\s*endcomment\s*-?%\}/g,
  /<(pre|script|style|svg)\b[\s\S]*?<\/\1\s*>/gi,
  /(?<=(?:^|\n)[ \t]*\r?\n)(?:(?: {4}|\t)(?![*+-] |\d+\. )[^\n]*(?:\n|$(?![\s\S])))+/g,
]

/**
 * The lines of the body. Offsets and numbers are the source's.
 *
 * Indented code is blanked only where the text above is no list: there the indentation belongs to an item.
 */
export function proseLines(source: string): ProseLine[] {
  const masked = maskUnwritten(source)
  const starts = lineStarts(source)
  return starts.map((from, index) => {
    const next = starts[index + 1] ?? source.length
    const text = masked.slice(from, next).replace(/[\r\n]+$/, '')
    return { from, to: from + text.length, text, line: index + 1, isBlank: text.trim() === '' }
  })
}

/** The source with what is no prose replaced by spaces; offsets stay. */
export function maskUnwritten(source: string): string {
  const { body } = splitFrontMatter(source)
  let text = blank(source, 0, body.from)
  for (const pattern of unwritten)
    text = text.replace(pattern, (match, ...rest) => {
      const offset = rest.find(value => typeof value === 'number') as number
      return isInList(text, offset, match) ? match : match.replace(/[^\r\n]/g, ' ')
    })
  return text
}

function isInList(text: string, offset: number, match: string): boolean {
  if (!/^(?: {4}|\t)/.test(match)) return false
  const above = text.slice(Math.max(0, offset - 4000), offset).split('\n')
  const lastMargin = above.findLast(line => /^ {0,3}\S/.test(line))
  return lastMargin !== undefined && /^ {0,3}(?:[*+-]|\d+\.)\s/.test(lastMargin)
}

function blank(source: string, from: number, to: number): string {
  return source.slice(0, from) + source.slice(from, to).replace(/[^\r\n]/g, ' ') + source.slice(to)
}
