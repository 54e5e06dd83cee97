import { useMemo, useState } from 'react'
import { type MergeChoice, type MergePiece, chosenText, mergePieces } from '../../core/text/index.ts'

/** Two texts, and what both grew from as far as is known. */
export interface TwoTexts {
  readonly base: string
  readonly mine: string
  readonly theirs: string
}

export interface MergeChoices {
  readonly pieces: readonly MergePiece[]
  /** One for each piece that needs a choice; undefined until it is made. */
  readonly choices: readonly (MergeChoice | undefined)[]
  readonly choose: (place: number, choice: MergeChoice) => void
  /** How many are made. */
  readonly chosen: number
  /** What the choices make, once all are made. */
  readonly text: string | undefined
}

/** What a writer chose so far, place by place, of two versions of a post. */
export function useMergeChoices({ base, mine, theirs }: TwoTexts): MergeChoices {
  const pieces = useMemo(() => mergePieces(base, mine, theirs), [base, mine, theirs])
  const [choices, setChoices] = useState<readonly (MergeChoice | undefined)[]>(() =>
    pieces.filter(piece => piece.merged === undefined).map(() => undefined),
  )
  const made = choices.filter(choice => choice !== undefined)
  return {
    pieces,
    choices,
    choose: (place, choice) => setChoices(choices.with(place, choice)),
    chosen: made.length,
    text: made.length === choices.length ? chosenText(pieces, made) : undefined,
  }
}
