/** Where in a post things go: below the set-up lines, above the definitions. */
import { splitFrontMatter } from '../front-matter.ts'

const definition = /^ {0,3}(?:\[[^\]\n]+\]:[ \t]*\S|\*\[[^\]\n]+\]:|\{:[^}\n]*\})/
const continuation = /^(?: {1,3}|\t| {4,})\S|^ {0,3}["'(][^"')]*["')][ \t]*$/

/**
 * The offset at which the block of definitions that ends a file begins: link, footnote and abbreviation definitions,
 * with blank lines between. The end of the text where there is none.
 */
export function definitionsAtEnd(source: string): number {
  const { body } = splitFrontMatter(source)
  const lines = linesFrom(source, body.from)
  let start = source.length
  for (let index = lines.length - 1; index >= 0; index--) {
    const { from, text } = lines[index]!
    if (definition.test(text)) start = from
    else if (text.trim() !== '' && !(continuation.test(text) && belongsToDefinition(lines, index))) break
  }
  return start
}

function belongsToDefinition(lines: readonly Line[], index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const { text } = lines[at]!
    if (definition.test(text)) return true
    if (text.trim() !== '' && !continuation.test(text)) return false
  }
  return false
}

const setUp =
  /(?:[ \t]*\r?\n|<!--[\s\S]*?-->|\{%-?\s*(?:assign|increment|decrement)\b[^%]*%\}|\{%-?\s*include\s+\S*(?:setup|set-up|config|variables|globals|init)\S*[^%]*%\}|\{%-?\s*comment\b[\s\S]*?\{%-?\s*endcomment\s*-?%\}|\{%-?\s*capture\b[\s\S]*?\{%-?\s*endcapture\s*-?%\}|\{::options\b[^}]*\}|\{::comment\}[\s\S]*?\{:\/(?:comment)?\})[ \t]*/y

/** The offset of the first thing a reader sees: after front matter, Liquid set-up lines and comments. */
export function firstVisible(source: string): number {
  const { body } = splitFrontMatter(source)
  let offset = body.from
  setUp.lastIndex = offset
  for (let match = setUp.exec(source); match && match[0] !== ''; match = setUp.exec(source)) {
    offset += match[0].length
    setUp.lastIndex = offset
  }
  // Blanks before the first words belong to their line.
  const lineStart = source.lastIndexOf('\n', offset - 1) + 1
  return source.slice(lineStart, offset).trim() === '' ? Math.max(lineStart, body.from) : offset
}

interface Line {
  readonly from: number
  readonly text: string
}

function linesFrom(source: string, start: number): Line[] {
  const lines: Line[] = []
  for (let from = start; from < source.length;) {
    const newline = source.indexOf('\n', from)
    const next = newline < 0 ? source.length : newline + 1
    lines.push({ from, text: source.slice(from, next).replace(/\r?\n$/, '') })
    from = next
  }
  return lines
}
