import { useEffect, useState } from 'react'
import type { PushConflict } from '../../core/contract/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'

/** Files that changed here and on the site in the same lines: the writer decides what each shall hold. */
export function PushConflictsDialog({ onClose }: DialogProps) {
  const { host, notices } = useLectern()
  const [conflicts, setConflicts] = useState<readonly PushConflict[]>([])
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({})
  useEffect(() => void host.pushConflicts().then(setConflicts, notices.report), [host, notices])
  const textOf = (conflict: PushConflict): string => texts[conflict.path] ?? conflict.merged
  const choose = (path: string, text: string) => setTexts({ ...texts, [path]: text })
  const unresolved = conflicts.some(conflict => hasMarks(textOf(conflict)))

  async function finish(): Promise<void> {
    await host.resolveConflicts(conflicts.map(conflict => ({ path: conflict.path, text: textOf(conflict) })))
    onClose()
  }

  return (
    <Dialog
      title="Both sides changed the same lines"
      lead="Nothing is lost: your commit stands here, theirs on the site. Say what each file shall hold."
      size="large"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Decide later</Button>
          <Button look="primary" disabled={unresolved} onClick={() => void finish().catch(notices.report)}>
            Merge and push
          </Button>
        </>
      }
    >
      {conflicts.map(conflict => (
        <section key={conflict.path} aria-label={conflict.path}>
          <TextArea
            label={conflict.path}
            rows={14}
            value={textOf(conflict)}
            onChange={event => choose(conflict.path, event.currentTarget.value)}
          />
          {conflict.ours !== undefined && (
            <Button look="quiet" onClick={() => choose(conflict.path, conflict.ours!)}>
              Take mine
            </Button>
          )}
          {conflict.theirs !== undefined && (
            <Button look="quiet" onClick={() => choose(conflict.path, conflict.theirs!)}>
              Take theirs
            </Button>
          )}
        </section>
      ))}
      {unresolved && <Notice>The marks of git stand where both differ. Take out what shall not stay.</Notice>}
    </Dialog>
  )
}

function hasMarks(text: string): boolean {
  return text.split('\n').some(line => line.startsWith('<<<<<<<') || line.startsWith('>>>>>>>'))
}
