import { useState } from 'react'
import { unifiedDiff } from '../../core/text/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Diff } from '../ui/Diff.tsx'
import styles from './ConflictDialog.module.css'

type Choice = 'keep-mine' | 'take-theirs'

/** Another program changed (or removed) the file under edits that cannot be joined with it: the writer chooses. */
export function ConflictDialog({ onClose }: DialogProps) {
  const { desk, notices } = useLectern()
  const [conflict] = useState(() => desk.conflict())
  if (!conflict) return null
  const { path, mine, theirs } = conflict
  const choose = (choice: Choice) => {
    onClose()
    desk.resolveConflict(choice).catch(notices.report)
  }
  const removed = theirs === undefined
  return (
    <Dialog
      title={removed ? 'The file was removed' : 'Two versions of this post'}
      lead={
        removed
          ? `Another program removed ${path}. Your text is still in the editor.`
          : `Another program changed ${path} while you were writing. Nothing was overwritten.`
      }
      size={removed ? 'small' : 'large'}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Decide later</Button>
          <Button look={removed ? 'danger' : 'plain'} onClick={() => choose('take-theirs')}>
            {removed ? 'Let it go' : 'Take the other version'}
          </Button>
          <Button look="primary" onClick={() => choose('keep-mine')}>
            {removed ? 'Write it again' : 'Keep mine'}
          </Button>
        </>
      }
    >
      {removed ? (
        <p>Writing it again puts your text back where the file was.</p>
      ) : (
        <>
          <p className={styles.explanation}>
            Red lines stand only in the other version, green lines only in yours. Undo takes a choice back.
          </p>
          <Diff diff={unifiedDiff(path, theirs, mine)} label="What differs" />
        </>
      )}
    </Dialog>
  )
}
