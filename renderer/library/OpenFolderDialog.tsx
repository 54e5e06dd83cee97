import { useEffect, useState } from 'react'
import type { Workspace } from '../../core/contract/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern, useWorkspace } from '../app/lectern-context.ts'
import { sentenceOf } from '../state/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FolderField } from './FolderField.tsx'
import styles from './OpenFolderDialog.module.css'

/** Opens a folder of posts: one of the last, or by its path. */
export function OpenFolderDialog({ onClose }: DialogProps) {
  const { host, workspaceDesk, notices } = useLectern()
  const { workspace } = useWorkspace()
  const [typed, setTyped] = useState(workspace ? `${workspace.folder}/` : '~/')
  const [failure, setFailure] = useState<string>()
  const [recent, setRecent] = useState<readonly Workspace[]>([])
  useEffect(() => void host.recentWorkspaces().then(setRecent, notices.report), [host, notices])

  async function open(folder: string): Promise<void> {
    try {
      await workspaceDesk.openFolder(folder)
      onClose()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }

  const others = recent.filter(each => each.folder !== workspace?.folder)
  return (
    <Dialog
      title="Open a folder"
      lead="A Jekyll site, its _posts, or any folder of Markdown posts."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" onClick={() => void open(typed)}>
            Open
          </Button>
        </>
      }
    >
      {others.length > 0 && (
        <section className={styles.recent} aria-label="Opened before">
          {others.slice(0, 5).map(each => (
            <Button
              key={each.folder}
              look="quiet"
              icon="folder"
              title={each.folder}
              onClick={() => void open(each.folder)}
            >
              {each.name}
            </Button>
          ))}
        </section>
      )}
      <FolderField
        label="Folder"
        value={typed}
        error={failure}
        onChange={path => {
          setTyped(path)
          setFailure(undefined)
        }}
        onChoose={path => void open(path)}
      />
    </Dialog>
  )
}
