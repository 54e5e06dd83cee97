import { useEffect, useRef } from 'react'
import { useLectern } from '../app/lectern-context.ts'
import { publishRequest } from './commands.ts'
import type { KeptRow } from './kept-posts.ts'
import styles from './PublishStatus.module.css'
import { useKeptPosts } from './use-kept-posts.ts'

/** Which kept posts are ready to publish; said aloud once, and then shown here until it is done. */
export function KeptStatus() {
  const lectern = useLectern()
  const ready = useKeptPosts().filter(row => row.isReady)
  const said = useRef(new Set<string>())
  const publish = () =>
    lectern.dialogs.open(
      'export',
      publishRequest(
        lectern,
        ready.map(row => row.path),
      ),
    )
  useEffect(() => {
    for (const row of ready) {
      const key = `${row.path} ${row.until}`
      if (said.current.has(key)) continue
      said.current.add(key)
      lectern.notices.show({
        kind: 'info',
        text: `${sentence([row])}.`,
        action: {
          label: 'Publish…',
          run: () => lectern.dialogs.open('export', publishRequest(lectern, [row.path])),
        },
      })
    }
  })
  if (ready.length === 0) return null
  return (
    <span className={styles.publish}>
      <span>{sentence(ready)}</span>
      <button type="button" className={styles.action} onClick={publish}>
        Publish…
      </button>
    </span>
  )
}

function sentence(ready: readonly KeptRow[]): string {
  const [first] = ready
  if (ready.length > 1) return `${ready.length} posts are ready to publish`
  return `“${first!.title}” is ready to publish since ${first!.when}`
}
