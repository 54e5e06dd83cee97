import { useMemo } from 'react'
import { findUpdates } from '../../core/post/index.ts'
import { useDocument, useLectern } from '../app/lectern-context.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/Notice.tsx'
import styles from './RowList.module.css'

/** The dated updates of the post and the line at the top that announces them. */
export function UpdatesPanel() {
  const { dialogs, editor } = useLectern()
  const { path, text } = useDocument()
  const { updates, banner } = useMemo(() => findUpdates(text), [text])
  if (path === undefined) return <EmptyState title="No post is open" />
  const actions = (
    <div className={styles.actions}>
      <Button icon="add" onClick={() => dialogs.open('add-update')}>
        Add an update…
      </Button>
      <Button icon="play" onClick={() => dialogs.open('add-update', 'video')}>
        The video is out…
      </Button>
    </div>
  )
  if (updates.length === 0)
    return (
      <EmptyState title="No updates yet" actions={actions}>
        When the video is out, or somebody asked what you could not answer: add a dated section. Readers are
        told at the top.
      </EmptyState>
    )
  return (
    <div className={styles.panel}>
      <ul className={styles.list}>
        {banner && (
          <li>
            <button type="button" className={styles.row} onClick={() => editor.reveal(banner.span.from)}>
              <span className={styles.title}>{banner.text}</span>
              <span className={styles.facts}>the line at the top, line {banner.line}</span>
            </button>
          </li>
        )}
        {updates.map(update => (
          <li key={update.span.from}>
            <button type="button" className={styles.row} onClick={() => editor.reveal(update.marker.from)}>
              <span className={styles.title}>{update.heading}</span>
              <span className={styles.facts}>
                {update.date ?? 'no date'}, line {update.line}
                {update.id !== null && <code>#{update.id}</code>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {actions}
    </div>
  )
}
