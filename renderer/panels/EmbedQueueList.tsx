import type { QueuedEmbed } from '../../core/contract/index.ts'
import { useLectern } from '../app/lectern-context.ts'
import { useStore } from '../state/use-store.ts'
import { Badge } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import styles from './EmbedsPanel.module.css'
import type { EmbedQueue } from './embed-queue.ts'

const states = {
  waiting: { name: 'waits for the network', tone: 'neutral' },
  resolved: { name: 'answered', tone: 'ok' },
  stopped: { name: 'stopped', tone: 'warning' },
} as const

/** Embeds of all posts of the folder for which a link stands in until their service answers. */
export function EmbedQueueList() {
  const { embedQueue } = useLectern()
  const { entries, busy } = useStore(embedQueue)
  if (entries.length === 0) return null
  return (
    <section className={styles.queue} aria-label="Waiting for the network">
      <h2 className={styles.heading}>Waiting for the network</h2>
      <ul className={styles.list}>
        {entries.map(entry => (
          <Entry key={`${entry.path} ${entry.address}`} entry={entry} queue={embedQueue} />
        ))}
      </ul>
      {entries.some(entry => entry.state === 'waiting') && (
        <Button disabled={busy} onClick={() => embedQueue.ask('all')}>
          {busy ? 'Looking up…' : 'Look up now'}
        </Button>
      )}
    </section>
  )
}

function Entry({ entry, queue }: { readonly entry: QueuedEmbed; readonly queue: EmbedQueue }) {
  const { name, tone } = states[entry.state]
  return (
    <li className={styles.embed}>
      <span className={styles.address}>{entry.address}</span>
      <span className={styles.facts}>
        <Badge tone={tone}>{name}</Badge> {entry.path.split('/').at(-1)}
      </span>
      {entry.message && <span className={styles.facts}>{entry.message}</span>}
      {entry.state === 'waiting' && entry.tries > 0 && (
        <span className={styles.facts}>
          Asked {entry.tries === 1 ? 'once' : `${entry.tries} times`}; again by itself{' '}
          {whenNext(entry.nextAt)}.
        </span>
      )}
      <div className={styles.actions}>
        {entry.state === 'resolved' && (
          <Button look="quiet" onClick={() => queue.place(entry)}>
            Put it in
          </Button>
        )}
        <Button look="quiet" onClick={() => queue.drop(entry)}>
          Forget
        </Button>
      </div>
    </li>
  )
}

/** In the writer's own way of writing times; with the day, where it is another. */
function whenNext(iso: string): string {
  const next = new Date(iso)
  if (next.getTime() <= Date.now()) return 'soon'
  const isToday = next.toDateString() === new Date().toDateString()
  const time = next.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })
  return isToday ? `at ${time}` : `on ${next.toLocaleDateString()} at ${time}`
}
