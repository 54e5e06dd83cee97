import { bodyLines } from './body-lines.ts'

export interface TextCount {
  readonly words: number
  /** At 230 words a minute; at least 1 where there is a word. */
  readonly minutes: number
}

const wordsPerMinute = 230
const word = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu

/** What of a line readers do not read: Liquid, HTML tags and comments, addresses, attribute lists. */
const unread = /\{%[^%]*%\}|\{\{[^}]*\}\}|\{[:#][^}]*\}|<[^>]*>|\]\([^)]*\)|\]\[[^\]]*\]|https?:\/\/\S+/g

const definition = /^ {0,3}\[[^\]]+\]:/

/** Words that a reader of the post reads: its body without code, link definitions and markup. */
export function countText(source: string): TextCount {
  let words = 0
  let inComment = false
  for (const line of bodyLines(source)) {
    if (line.code || definition.test(line.text)) continue
    const [read, open] = withoutComments(line.text, inComment)
    inComment = open
    words += read.replaceAll(unread, ' ').match(word)?.length ?? 0
  }
  return { words, minutes: words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute)) }
}

/** The text of a line outside `<!-- … -->`, and whether a comment goes on behind it. */
function withoutComments(line: string, inside: boolean): readonly [string, boolean] {
  if (inside) {
    const end = line.indexOf('-->')
    return end < 0 ? ['', true] : withoutComments(line.slice(end + 3), false)
  }
  const start = line.indexOf('<!--')
  if (start < 0) return [line, false]
  const [rest, open] = withoutComments(line.slice(start + 4), true)
  return [`${line.slice(0, start)} ${rest}`, open]
}
