import { useCallback, useEffect, useState } from 'react'
import type { PushConflict } from '../../core/contract/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ConflictFile } from './ConflictFile.tsx'

/** Files that changed here and on the site in the same lines: the writer decides what each shall hold. */
export function PushConflictsDialog({ onClose }: DialogProps) {
  const { host, notices } = useLectern()
  const [conflicts, setConflicts] = useState<readonly PushConflict[]>([])
  const [texts, setTexts] = useState<Readonly<Record<string, string | undefined>>>({})
  useEffect(() => void host.pushConflicts().then(setConflicts, notices.report), [host, notices])
  const take = useCallback(
    (path: string, text: string | undefined) =>
      setTexts(now => (now[path] === text ? now : { ...now, [path]: text })),
    [],
  )
  const decided = conflicts.flatMap(({ path }) => {
    const text = texts[path]
    return text === undefined ? [] : [{ path, text }]
  })

  async function finish(): Promise<void> {
    await host.resolveConflicts(decided)
    onClose()
  }

  return (
    <Dialog
      title="Both sides changed the same lines"
      lead="Nothing is lost: your commit stands here, theirs on the site. What only one side changed is taken; choose where both did."
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Decide later</Button>
          <Button
            look="primary"
            disabled={conflicts.length === 0 || decided.length < conflicts.length}
            onClick={() => void finish().catch(notices.report)}
          >
            Merge and push
          </Button>
        </>
      }
    >
      {conflicts.map(conflict => (
        <ConflictFile key={conflict.path} conflict={conflict} onText={take} />
      ))}
    </Dialog>
  )
}
