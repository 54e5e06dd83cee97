import type { SaveStatus } from '../state/document.ts'
import { useDocument, useLectern } from './lectern-context.ts'
import { statusItems } from './status-items.ts'
import styles from './StatusBar.module.css'

/** What is true now: of the file at the left, of the text at the right. */
export function StatusBar() {
  return (
    <footer className={styles.bar} aria-label="Status" data-pane="status">
      <SaveState />
      <div className={styles.items}>
        {statusItems.map(({ id, Component }) => (
          <Component key={id} />
        ))}
      </div>
    </footer>
  )
}

function SaveState() {
  const lectern = useLectern()
  const { path, status, readOnly, failure } = useDocument('path', 'status', 'readOnly', 'failure')
  const text =
    path === undefined || failure !== undefined
      ? ''
      : readOnly !== undefined
        ? 'Read only'
        : saveSentence(status)
  return (
    <div className={styles.save} data-state={status.type} title={readOnly}>
      <span role="status">{text}</span>
      {status.type === 'conflict' && (
        <button type="button" className={styles.action} onClick={() => lectern.dialogs.open('conflict')}>
          Choose…
        </button>
      )}
      {status.type === 'not-saved' && (
        <button type="button" className={styles.action} onClick={() => void lectern.desk.save()}>
          Try again
        </button>
      )}
    </div>
  )
}

/** The sentence for a save status: never more than is true. */
export function saveSentence(status: SaveStatus): string {
  switch (status.type) {
    case 'clean':
    case 'saved':
      return 'Saved'
    case 'saving':
      return 'Saving…'
    case 'dirty':
      return status.kept ? 'Unsaved edits kept' : 'Unsaved edits'
    case 'not-saved':
      return `Not saved: ${status.reason}`
    case 'conflict':
      return `Not saved: another program ${status.isGone ? 'removed' : 'changed'} this file`
  }
}
