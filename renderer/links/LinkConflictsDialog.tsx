import { useEffect, useState } from 'react'
import type { LinkConflict } from '../../core/post/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/Notice.tsx'
import styles from './LinkConflicts.module.css'
import { RenameInPosts } from './RenameInPosts.tsx'

/** A label that posts are to give up for another. */
interface ChosenRename {
  readonly label: string
  readonly proposed: string
  readonly paths: readonly string[]
}

/** Labels that mean several addresses in different posts, and addresses that go by several labels. */
export function LinkConflictsDialog({ onClose }: DialogProps) {
  const { host, notices } = useLectern()
  const [conflicts, setConflicts] = useState<readonly LinkConflict[]>()
  const [chosen, setChosen] = useState<ChosenRename>()
  useEffect(() => {
    let current = true
    host.linkConflicts().then(found => current && setConflicts(found), notices.report)
    return () => {
      current = false
    }
  }, [host, notices])
  if (chosen) return <RenameInPosts {...chosen} onClose={onClose} />
  return (
    <Dialog
      title="Labels and addresses that contradict"
      lead="In different posts, one label leads to several addresses, or one address goes by several labels."
      size="large"
      onClose={onClose}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      {conflicts?.length === 0 && <EmptyState title="Nothing contradicts" />}
      <ul className={styles.conflicts}>
        {conflicts?.map(conflict => (
          <ConflictRow
            key={`${conflict.type} ${conflict.name}`}
            conflict={conflict}
            onRename={setChosen}
            onLeave={onClose}
          />
        ))}
      </ul>
    </Dialog>
  )
}

interface ConflictRowProps {
  readonly conflict: LinkConflict
  readonly onRename: (chosen: ChosenRename) => void
  readonly onLeave: () => void
}

/** The most used meaning stays; each of the others can be given another label. */
function ConflictRow({ conflict: { type, name, meanings }, onRename, onLeave }: ConflictRowProps) {
  const { desk } = useLectern()
  return (
    <li>
      <h3 className={styles.name}>{type === 'label' ? `[${name}]` : name}</h3>
      <ul>
        {meanings.map((meaning, index) => (
          <li key={meaning.name} className={styles.meaning}>
            <div>
              <p className={styles.address}>{type === 'label' ? meaning.name : `[${meaning.name}]`}</p>
              <p className={styles.posts}>
                {meaning.paths.map(path => (
                  <Button
                    key={path}
                    look="link"
                    onClick={() => {
                      onLeave()
                      void desk.open(path)
                    }}
                  >
                    {path.slice(path.lastIndexOf('/') + 1)}
                  </Button>
                ))}
              </p>
            </div>
            {index === 0 ? (
              <span className={styles.stays}>stays</span>
            ) : (
              <Button
                onClick={() =>
                  onRename({
                    label: type === 'label' ? name : meaning.name,
                    proposed: type === 'label' ? `${name}-${index + 1}` : meanings[0]!.name,
                    paths: meaning.paths,
                  })
                }
              >
                {type === 'label' ? 'Rename there…' : `Use [${meanings[0]!.name}] there…`}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}
