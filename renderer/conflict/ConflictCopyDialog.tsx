import { useEffect, useState } from 'react'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import type { TextChoice } from '../state/document-desk.ts'
import { type ConflictCopy, endConflictCopy, readConflictCopy } from './conflict-copy.ts'
import { TwoVersions } from './TwoVersions.tsx'

/** A sync client kept another version of the open post in a file of its own: the writer joins both. */
export function ConflictCopyDialog({ argument, onClose }: DialogProps) {
  const lectern = useLectern()
  const { notices } = lectern
  const [seen, setSeen] = useState<ConflictCopy>()
  const [isNews, setNews] = useState(false)
  useEffect(() => {
    let isCurrent = true
    readConflictCopy(lectern, String(argument)).then(
      found => isCurrent && setSeen(found),
      (error: unknown) => {
        notices.report(error)
        onClose()
      },
    )
    return () => {
      isCurrent = false
    }
  }, [lectern, argument, notices, onClose])
  if (!seen) return null
  const choose = async (choice: TextChoice) => {
    if (await endConflictCopy(lectern, seen, choice)) return onClose()
    setNews(true)
    setSeen(await readConflictCopy(lectern, seen.copy))
  }
  return (
    <TwoVersions
      key={`${seen.version} ${seen.mine}`}
      lead={`${seen.copy} is another version of this post, kept beside it. Choose at each difference; the copy then goes to the trash.`}
      conflict={seen}
      isNews={isNews}
      onChoose={choice => void choose(choice).catch(notices.report)}
      onClose={onClose}
    />
  )
}
