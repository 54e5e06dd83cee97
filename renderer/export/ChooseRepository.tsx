import { useState } from 'react'
import { messageFor } from '../../core/errors.ts'
import { useWorkspace } from '../app/lectern-context.ts'
import { FolderField } from '../library/FolderField.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'

interface ChooseRepositoryProps {
  /** What was chosen before will not do. */
  readonly failure: string | undefined
  /** What was tried before, and is there to be mended. */
  readonly tried: string | undefined
  readonly onChosen: (repo: string) => void
  readonly onClose: () => void
}

/** Asks once where the posts of a folder go that lies in no repository. */
export function ChooseRepository({ failure, tried, onChosen, onClose }: ChooseRepositoryProps) {
  const { workspace } = useWorkspace()
  // Beside the posts is likelier than among them.
  const [typed, setTyped] = useState(tried ?? workspace?.folder.replace(/[^/\\]+[/\\]*$/, '') ?? '~/')
  const choose = (folder: string): void =>
    onChosen(folder.length > 1 && folder.endsWith('/') ? folder.slice(0, -1) : folder)
  return (
    <Dialog
      title="Where does your site live?"
      lead={messageFor('export.no-target', [])}
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
      <FolderField
        label="Jekyll repository"
        value={typed}
        error={typed === tried ? failure : undefined}
        onChange={setTyped}
        onChoose={choose}
      />
    </Dialog>
  )
}
