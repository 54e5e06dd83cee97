import { useEffect, useState } from 'react'
import type { PushConflict } from '../../core/contract/index.ts'
import { chosenText } from '../../core/text/index.ts'
import { SideBySide } from '../conflict/SideBySide.tsx'
import { useMergeChoices } from '../conflict/use-merge-choices.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'

interface ConflictFileProps {
  readonly conflict: PushConflict
  /** Told what the file shall hold; undefined while that is not decided. */
  readonly onText: (path: string, text: string | undefined) => void
}

/** A file both sides changed: each difference is decided with a press, or the text is written by hand. */
export function ConflictFile({ conflict, onText }: ConflictFileProps) {
  const { path, ours, theirs, merged } = conflict
  const [byHand, setByHand] = useState<string>()
  const isWhole = ours !== undefined && theirs !== undefined
  const written = byHand ?? (isWhole ? undefined : (ours ?? theirs ?? merged))
  useEffect(() => {
    if (written !== undefined) onText(path, written)
  }, [onText, path, written])
  return (
    <section aria-label={path}>
      <h3>{path}</h3>
      {!isWhole && (
        <Notice>
          {ours === undefined ? 'You removed this file' : 'This file was removed on the site'}, and the other
          side changed it. This is what it will hold:
        </Notice>
      )}
      {written === undefined && isWhole ? (
        <TwoSides conflict={{ ...conflict, ours, theirs }} onText={onText} onByHand={setByHand} />
      ) : (
        <TextArea
          label="What the file shall hold"
          rows={14}
          value={written}
          onChange={event => setByHand(event.currentTarget.value)}
        />
      )}
    </section>
  )
}

interface TwoSidesProps {
  readonly conflict: PushConflict & { readonly ours: string; readonly theirs: string }
  readonly onText: ConflictFileProps['onText']
  /** The writer goes on with this text, in a field. */
  readonly onByHand: (text: string) => void
}

function TwoSides({ conflict, onText, onByHand }: TwoSidesProps) {
  const { path, base = '', ours, theirs } = conflict
  const { pieces, choices, choose, text } = useMergeChoices({ base, mine: ours, theirs })
  useEffect(() => onText(path, text), [onText, path, text])
  const both = (): string =>
    chosenText(
      pieces,
      choices.map(choice => choice ?? 'both'),
    )
  return (
    <>
      <SideBySide pieces={pieces} choices={choices} onChoose={choose} />
      <Button look="quiet" onClick={() => onByHand(ours)}>
        Keep all of mine
      </Button>
      <Button look="quiet" onClick={() => onByHand(theirs)}>
        Take all of theirs
      </Button>
      <Button look="quiet" onClick={() => onByHand(both())}>
        Write it myself…
      </Button>
    </>
  )
}
