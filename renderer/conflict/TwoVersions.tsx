import type { TextChoice } from '../state/document-desk.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SideBySide } from './SideBySide.tsx'
import styles from './SideBySide.module.css'
import { type TwoTexts, useMergeChoices } from './use-merge-choices.ts'

export interface TwoVersionsProps {
  readonly lead: string
  readonly conflict: TwoTexts
  /** A version changed once more while the writer was choosing. */
  readonly isNews: boolean
  readonly onChoose: (choice: TextChoice) => void
  readonly onClose: () => void
}

/** Two versions of a post side by side, to choose from place by place or as a whole. */
export function TwoVersions({ lead, conflict, isNews, onChoose, onClose }: TwoVersionsProps) {
  const { pieces, choices, choose, chosen, text } = useMergeChoices(conflict)
  return (
    <Dialog
      title="Two versions of this post"
      lead={lead}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <p role="status" className={styles.progress}>
            {chosen} of {choices.length} chosen
          </p>
          <Button onClick={onClose}>Decide later</Button>
          <Button onClick={() => onChoose('take-theirs')}>Take all of theirs</Button>
          <Button onClick={() => onChoose('keep-mine')}>Keep all of mine</Button>
          <Button
            look="primary"
            disabled={text === undefined}
            onClick={() => text !== undefined && onChoose({ text })}
          >
            Use these choices
          </Button>
        </>
      }
    >
      {isNews && <Notice>The other program changed the file once more. Please choose again.</Notice>}
      <SideBySide pieces={pieces} choices={choices} onChoose={choose} />
    </Dialog>
  )
}
