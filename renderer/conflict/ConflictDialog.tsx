import { useState } from 'react'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import type { Conflict, ConflictChoice } from '../state/document-desk.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SideBySide } from './SideBySide.tsx'
import styles from './SideBySide.module.css'
import { useMergeChoices } from './use-merge-choices.ts'

/** Another program changed (or removed) the file under edits that cannot be joined with it: the writer chooses. */
export function ConflictDialog({ onClose }: DialogProps) {
  const { desk, notices } = useLectern()
  const [conflict, setConflict] = useState(() => desk.conflict())
  const [isNews, setNews] = useState(false)
  if (!conflict) return null
  const choose = async (choice: ConflictChoice) => {
    if (await desk.resolveConflict(conflict, choice)) return onClose()
    const next = desk.conflict()
    if (!next) return onClose()
    setNews(true)
    setConflict(next)
  }
  const props = { isNews, onChoose: (choice: ConflictChoice) => void choose(choice).catch(notices.report) }
  const { theirs } = conflict
  if (theirs === undefined) return <RemovedFile path={conflict.path} onClose={onClose} {...props} />
  return <TwoVersions key={theirs} conflict={{ ...conflict, theirs }} onClose={onClose} {...props} />
}

interface ConflictProps {
  /** The file changed once more while the writer was choosing. */
  readonly isNews: boolean
  readonly onChoose: (choice: ConflictChoice) => void
  readonly onClose: () => void
}

function RemovedFile({ path, onChoose, onClose }: ConflictProps & { readonly path: string }) {
  return (
    <Dialog
      title="The file was removed"
      lead={`Another program removed ${path}. Your text is still in the editor.`}
      size="small"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Decide later</Button>
          <Button look="danger" onClick={() => onChoose('take-theirs')}>
            Let it go
          </Button>
          <Button look="primary" onClick={() => onChoose('keep-mine')}>
            Write it again
          </Button>
        </>
      }
    >
      <p>Writing it again puts your text back where the file was.</p>
    </Dialog>
  )
}

function TwoVersions({
  conflict,
  isNews,
  onChoose,
  onClose,
}: ConflictProps & { readonly conflict: Conflict & { readonly theirs: string } }) {
  const { pieces, choices, choose, chosen, text } = useMergeChoices(conflict)
  return (
    <Dialog
      title="Two versions of this post"
      lead={`Another program changed ${conflict.path} while you were writing. Nothing was overwritten. What only one side changed is taken; choose where both did.`}
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
