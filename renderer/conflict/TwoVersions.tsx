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
  const isSame = conflict.mine === conflict.theirs
  const hasChoices = choices.length > 0
  return (
    <Dialog
      title="Two versions of this post"
      lead={lead}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <p role="status" className={styles.progress}>
            {hasChoices && `${chosen} of ${choices.length} chosen`}
            {!hasChoices && (isSame ? 'Both are the same.' : 'Nothing to choose: both go together.')}
          </p>
          <Button onClick={onClose}>Decide later</Button>
          {!isSame && <Button onClick={() => onChoose('take-theirs')}>Take all of theirs</Button>}
          {!isSame && <Button onClick={() => onChoose('keep-mine')}>Keep all of mine</Button>}
          <Button
            look="primary"
            disabled={text === undefined}
            onClick={() => text !== undefined && onChoose({ text })}
          >
            {hasChoices ? 'Use these choices' : 'Go on'}
          </Button>
        </>
      }
    >
      {isNews && <Notice>The other program changed the file once more. Please choose again.</Notice>}
      <SideBySide pieces={pieces} choices={choices} onChoose={choose} />
    </Dialog>
  )
}
