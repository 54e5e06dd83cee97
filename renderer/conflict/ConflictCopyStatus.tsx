import { useDocument, useLectern, useWorkspace } from '../app/lectern-context.ts'
import styles from './ConflictCopyStatus.module.css'
import { compareConflictCopy, conflictCopyOf } from './conflict-copy.ts'

/** That another version of the open post lies beside it; a click lays both side by side. */
export function ConflictCopyStatus() {
  const lectern = useLectern()
  const { posts } = useWorkspace()
  const { path } = useDocument('path')
  const found = conflictCopyOf(posts, path)
  if (!found) return null
  return (
    <span className={styles.copy}>
      <span>{found.copy === path ? 'This is a conflict copy' : 'This post has a conflict copy'}</span>
      <button
        type="button"
        className={styles.action}
        onClick={() => void compareConflictCopy(lectern).catch(lectern.notices.report)}
      >
        Compare…
      </button>
    </span>
  )
}
