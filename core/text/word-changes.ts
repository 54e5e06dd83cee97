import { type Change, diffWordsWithSpace } from 'diff'

/** A stretch of one of two texts, and whether the other has it too. */
export interface Stretch {
  readonly text: string
  readonly isChanged: boolean
}

/** Texts further apart than this many words have nothing in common worth showing. */
const mostDifferentWords = 400

/** Which words differ between two short texts; each list in a row is its text. */
export function wordChanges(
  a: string,
  b: string,
): { readonly a: readonly Stretch[]; readonly b: readonly Stretch[] } {
  const parts = diffWordsWithSpace(a, b, { maxEditLength: mostDifferentWords })
  if (!parts) return { a: [{ text: a, isChanged: true }], b: [{ text: b, isChanged: true }] }
  const of = (isOther: (part: Change) => boolean): Stretch[] =>
    parts
      .filter(part => !isOther(part))
      .map(part => ({ text: part.value, isChanged: part.added || part.removed }))
  return { a: of(part => part.added), b: of(part => part.removed) }
}
