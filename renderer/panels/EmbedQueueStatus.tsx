import { useEffect } from 'react'
import { useLectern } from '../app/lectern-context.ts'
import { showPanel } from '../app/view-commands.ts'
import { useStore } from '../state/use-store.ts'
import styles from './EmbedQueueStatus.module.css'

/** How many embeds wait for the network; a click lists them. When it is back, those that are due are looked up. */
export function EmbedQueueStatus() {
  const lectern = useLectern()
  const { embedQueue } = lectern
  const { entries, busy } = useStore(embedQueue)
  const isWaiting = entries.some(entry => entry.state === 'waiting')
  useEffect(() => {
    if (!isWaiting) return
    const ask = (): void => embedQueue.ask('due')
    window.addEventListener('online', ask)
    return () => window.removeEventListener('online', ask)
  }, [embedQueue, isWaiting])
  if (entries.length === 0) return null
  return (
    <button
      type="button"
      className={styles.waiting}
      title={
        busy
          ? 'Its service is being asked.'
          : 'A link stands in for it. Click to look it up now, or to forget it.'
      }
      aria-busy={busy}
      onClick={() => showPanel(lectern, 'embeds')}
    >
      {entries.length === 1 ? '1 embed waits' : `${entries.length} embeds wait`}
    </button>
  )
}
