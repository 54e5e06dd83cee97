import { useMemo } from 'react'
import { useDocument, useLectern } from '../app/lectern-context.ts'
import { useStore } from '../state/use-store.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/Notice.tsx'
import { EmbedQueueList } from './EmbedQueueList.tsx'
import { EmbedRow } from './EmbedRow.tsx'
import styles from './EmbedsPanel.module.css'
import { embedsIn } from './panel-embed.ts'
import { useEmbedHouse } from './use-embed-house.ts'
import { useStoredEmbeds } from './use-stored-embeds.ts'

/** Every embed of the post, whatever its markup, as a thing to look at, open, swap and mend. */
export function EmbedsPanel() {
  const { dialogs, embedQueue } = useLectern()
  const { path, text } = useDocument('path', 'text')
  const { entries } = useStore(embedQueue)
  const house = useEmbedHouse()
  const embeds = useMemo(() => embedsIn(text, house), [text, house])
  const stored = useStoredEmbeds(embeds.flatMap(({ embed }) => embed.pageUrl ?? []))
  const insert = (
    <Button icon="add" onClick={() => dialogs.open('insert-embed')}>
      Insert an embed…
    </Button>
  )
  if (path === undefined) return <EmptyState title="No post is open" />
  if (embeds.length === 0)
    return (
      <>
        <EmptyState title="No embeds yet" actions={insert}>
          Slides and videos of this post will stand here: paste their address or embed code.
        </EmptyState>
        <div className={styles.panel}>
          <EmbedQueueList />
        </div>
      </>
    )
  return (
    <div className={styles.panel}>
      <ul className={styles.list} aria-label="Embeds">
        {embeds.map((found, index) => (
          <EmbedRow
            key={`${index} ${found.embed.provider}`}
            text={text}
            shown={{ embeds, index, house }}
            stored={stored}
            isQueued={entries.some(entry => entry.path === path && entry.address === found.embed.pageUrl)}
            onQueue={address => embedQueue.add(path, address)}
          />
        ))}
      </ul>
      {insert}
      <EmbedQueueList />
    </div>
  )
}
