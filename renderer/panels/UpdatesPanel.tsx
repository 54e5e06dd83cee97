import { useMemo } from 'react'
import { type Banner, bannerWords, findUpdates } from '../../core/post/index.ts'
import { useDocument, useLectern } from '../app/lectern-context.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/Notice.tsx'
import { ChangedPlaces } from './ChangedPlaces.tsx'
import { postDayOf } from './post-day.ts'
import styles from './RowList.module.css'
import { UpdateRow } from './UpdateRow.tsx'

/** The dated updates of the post, the line at the top that announces them, and what else changed since the beginning. */
export function UpdatesPanel() {
  const { dialogs } = useLectern()
  const { path, text } = useDocument('path', 'text')
  const { updates, banner } = useMemo(() => findUpdates(text, postDayOf(path)), [path, text])
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
      <>
        <EmptyState title="No updates yet" actions={actions}>
          When the video is out, or somebody asked what you could not answer: add a dated section. Readers are
          told at the top.
        </EmptyState>
        <div className={styles.panel}>
          <ChangedPlaces path={path} text={text} />
        </div>
      </>
    )
  return (
    <div className={styles.panel}>
      <ul className={styles.list} aria-label="Updates">
        {banner && <BannerRow banner={banner} />}
        {updates.map((update, index) => (
          <UpdateRow key={`${index} ${update.heading}`} updates={updates} index={index} />
        ))}
      </ul>
      {actions}
      <ChangedPlaces path={path} text={text} />
    </div>
  )
}

function BannerRow({ banner }: { readonly banner: Banner }) {
  const { editor } = useLectern()
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => editor.reveal(banner.span.from)}>
        <span className={styles.title}>{bannerWords(banner)}</span>
        <span className={styles.facts}>the line at the top, line {banner.line}</span>
      </button>
    </li>
  )
}
