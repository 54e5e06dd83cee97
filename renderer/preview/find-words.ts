import type { Text } from '@codemirror/state'

/** A place in the rendered post: the lines its block comes from, and the last words before the click. */
export interface ClickedPlace {
  readonly line: number
  readonly lastLine: number
  readonly words: string
}

/**
 * Where in the source a click in the preview belongs: at the words, where they stand in those lines as they are
 * (markup and typography may part them, then fewer of them are looked for), else at the beginning of the block.
 */
export function offsetOfWords(doc: Text, place: ClickedPlace): number {
  const from = doc.line(clamp(place.line, doc.lines)).from
  const to = doc.line(clamp(place.lastLine, doc.lines)).to
  const source = doc.sliceString(from, to)
  const words = place.words.split(/\s+/).filter(Boolean)
  for (let count = words.length; count > 0; count--) {
    const wanted = words.slice(-count).map(escapePattern).join('\\s+')
    const found = new RegExp(wanted).exec(source)
    if (found) return from + found.index + found[0].length - words.at(-1)!.length
  }
  return from
}

function clamp(line: number, lines: number): number {
  return Math.min(Math.max(Math.round(line), 1), lines)
}

function escapePattern(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
