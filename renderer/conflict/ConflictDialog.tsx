import { useState } from 'react'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import type { ConflictChoice } from '../state/document-desk.ts'
import { RemovedFile } from './RemovedFile.tsx'
import { TwoVersions } from './TwoVersions.tsx'

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
  const onChoose = (choice: ConflictChoice) => void choose(choice).catch(notices.report)
  const { theirs } = conflict
  if (theirs === undefined) return <RemovedFile conflict={conflict} onChoose={choose} onClose={onClose} />
  const lead = `Another program changed ${conflict.path} while you were writing. Nothing was overwritten. What only one side changed is taken; choose where both did.`
  return (
    <TwoVersions
      key={theirs}
      lead={lead}
      conflict={{ ...conflict, theirs }}
      isNews={isNews}
      onChoose={onChoose}
      onClose={onClose}
    />
  )
}
