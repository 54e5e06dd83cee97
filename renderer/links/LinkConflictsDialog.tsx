import { useEffect, useState } from 'react'
import type { LinkConflict } from '../../core/post/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/Notice.tsx'
import styles from '../panels/RowList.module.css'

/** Labels that mean several addresses in different posts, and addresses that go by several labels. */
export function LinkConflictsDialog({ onClose }: DialogProps) {
  const { host, notices } = useLectern()
  const [conflicts, setConflicts] = useState<readonly LinkConflict[]>()
  useEffect(() => {
    let current = true
    host.linkConflicts().then(found => current && setConflicts(found), notices.report)
    return () => {
      current = false
    }
  }, [host, notices])
  return (
    <Dialog
      title="Labels and addresses that contradict"
      lead="In different posts, one label leads to several addresses, or one address goes by several labels."
      onClose={onClose}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      {conflicts?.length === 0 && <EmptyState title="Nothing contradicts" />}
      <ul className={styles.list}>
        {conflicts?.map(conflict => (
          <ConflictRow key={`${conflict.type} ${conflict.name}`} conflict={conflict} onLeave={onClose} />
        ))}
      </ul>
    </Dialog>
  )
}

interface ConflictRowProps {
  readonly conflict: LinkConflict
  readonly onLeave: () => void
}

function ConflictRow({ conflict: { type, name, meanings }, onLeave }: ConflictRowProps) {
  const { desk } = useLectern()
  return (
    <li>
      <span className={styles.title}>{type === 'label' ? `[${name}]` : name}</span>
      {meanings.map(meaning => (
        <div key={meaning.name} className={styles.facts}>
          <span className={styles.url}>{type === 'label' ? meaning.name : `[${meaning.name}]`}</span>
          {meaning.paths.map(path => (
            <Button
              key={path}
              look="quiet"
              onClick={() => {
                onLeave()
                void desk.open(path)
              }}
            >
              {path.slice(path.lastIndexOf('/') + 1)}
            </Button>
          ))}
        </div>
      ))}
    </li>
  )
}
