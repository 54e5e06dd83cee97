import { useState } from 'react'
import { useLectern, useWorkspace } from '../app/lectern-context.ts'
import { FolderField } from '../library/FolderField.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

interface ChooseRepositoryProps {
  readonly reason: string
  /** Told the repository; it is remembered for this folder. */
  readonly onChosen: (repo: string) => void
  readonly onClose: () => void
}

export const repositoryKey = 'publish.repository'

/** Asks once where the posts of a folder go that lies in no repository. */
export function ChooseRepository({ reason, onChosen, onClose }: ChooseRepositoryProps) {
  const { settings } = useLectern()
  const { workspace } = useWorkspace()
  const [typed, setTyped] = useState(`${workspace?.folder ?? '~'}/`)
  const choose = (folder: string): void => {
    const repo = folder.length > 1 && folder.endsWith('/') ? folder.slice(0, -1) : folder
    settings.set('folder', repositoryKey, repo)
    onChosen(repo)
  }
  return (
    <Dialog
      title="Where does your site live?"
      lead={reason}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" onClick={() => choose(typed)}>
            Use this repository
          </Button>
        </>
      }
    >
      <FolderField label="Jekyll repository" value={typed} onChange={setTyped} onChoose={choose} />
    </Dialog>
  )
}
