import type { MergePiece } from './merge.ts'

/** What a place of a merge is to hold. `both`: mine, then theirs. */
export type MergeChoice = 'mine' | 'theirs' | 'both'

/**
 * The text of a merge whose places were chosen for, byte for byte what the sides have there. The one thing added is a
 * line ending where a last line without one comes to stand before another.
 *
 * @param choices one for each piece that is not merged, in their order
 */
export function chosenText(pieces: readonly MergePiece[], choices: readonly MergeChoice[]): string {
  let text = ''
  let place = 0
  for (const piece of pieces) {
    if (piece.merged !== undefined) text = joined(text, piece.merged)
    else {
      const choice = choices[place++]
      if (choice === undefined) throw new RangeError(`no choice for place ${place} of a merge`)
      if (choice !== 'theirs') text = joined(text, piece.mine)
      if (choice !== 'mine') text = joined(text, piece.theirs)
    }
  }
  return text
}

function joined(before: string, after: string): string {
  const isUnended = before !== '' && after !== '' && !before.endsWith('\n')
  return `${before}${isUnended ? '\n' : ''}${after}`
}
