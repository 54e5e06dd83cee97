/** What a backslash hides: only itself and the quote, any character of its line, or a line break too. */
const hidden = {
  quote: (quote: string) => String.raw`\\(?:[\\${quote}]|(?![\\${quote}]))`,
  line: () => String.raw`\\(?:.|(?=\n))`,
  // A line break is hidden by the last of several backslashes, even if that is hidden itself.
  all: () => String.raw`\\+\n|\\[^\n]`,
} as const

interface QuotedText {
  readonly hides: keyof typeof hidden
  /** Whether line breaks may stand inside. */
  readonly mayBreak: boolean
  /** What ends it besides the quote. */
  readonly otherEnd?: string
}

/**
 * A text in quotes, where Rouge writes `"(\\.|[^"])*"`. That reads each backslash in two ways, so that the last hidden
 * quote ends a text nothing else ends, and tries all combinations when there is none: 40 backslashes take minutes. This
 * finds the same ends and reads each backslash once.
 */
export function quotedText(quote: string, { hides, mayBreak, otherEnd = '' }: QuotedText): RegExp {
  const plain = String.raw`[^${quote}\\${mayBreak ? '' : String.raw`\n`}]`
  const end = String.raw`[${quote}${otherEnd}]|\\${quote}`
  return new RegExp(`${quote}(?:${plain}|${hidden[hides](quote)})*(?:${end})`)
}
