import { useMemo, useState } from 'react'
import {
  type FoundEmbed,
  deadNotice,
  findEmbeds,
  isRefusal,
  pendingNotice,
  swapEmbed,
  titleOf,
} from '../../core/post/index.ts'
import { useDocument, useLectern } from '../app/lectern-context.ts'
import { Badge } from '../ui/Badge.tsx'
import { Button, IconButton } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { EmptyState, Notice } from '../ui/Notice.tsx'
import styles from './EmbedsPanel.module.css'

/** Every embed of the post, whatever its markup, as a thing to look at, open and swap. */
export function EmbedsPanel() {
  const { dialogs } = useLectern()
  const { path, text } = useDocument()
  const embeds = useMemo(() => findEmbeds(text), [text])
  const insert = (
    <Button icon="add" onClick={() => dialogs.open('insert-embed')}>
      Insert an embed…
    </Button>
  )
  if (path === undefined) return <EmptyState title="No post is open" />
  if (embeds.length === 0)
    return (
      <EmptyState title="No embeds yet" actions={insert}>
        Slides and videos of this post will stand here: paste their address or embed code.
      </EmptyState>
    )
  return (
    <div className={styles.panel}>
      <ul className={styles.list}>
        {embeds.map(found => (
          <EmbedRow key={`${found.span.from}-${found.embed.provider}`} found={found} />
        ))}
      </ul>
      {insert}
    </div>
  )
}

function EmbedRow({ found }: { readonly found: FoundEmbed }) {
  const { editor, host, notices } = useLectern()
  const [swapping, setSwapping] = useState(false)
  const { embed } = found
  const dead = deadNotice(embed)
  const pending = pendingNotice(embed)
  const copy = (address: string) =>
    navigator.clipboard
      .writeText(address)
      .then(() => notices.show({ kind: 'success', text: 'Address copied.' }), notices.report)
  return (
    <li className={styles.embed}>
      <button type="button" className={styles.place} onClick={() => editor.reveal(found.span.from)}>
        <span className={styles.title}>{titleOf(embed)}</span>
        <span className={styles.facts}>
          <Badge>{embed.kind}</Badge> line {found.line}
          {embed.id !== null && <code>{embed.id}</code>}
        </span>
      </button>
      {dead && <Notice tone="warning">{dead.message}</Notice>}
      {pending && <Notice>{pending}</Notice>}
      {swapping ? (
        <SwapForm found={found} onDone={() => setSwapping(false)} />
      ) : (
        <div className={styles.actions}>
          <Button look="quiet" onClick={() => setSwapping(true)}>
            Swap…
          </Button>
          {embed.pageUrl && (
            <>
              <IconButton
                icon="external"
                label={`Open ${embed.pageUrl}`}
                onClick={() => void host.openExternal(embed.pageUrl!).catch(notices.report)}
              />
              <IconButton icon="copy" label="Copy address" onClick={() => void copy(embed.pageUrl!)} />
            </>
          )}
        </div>
      )}
    </li>
  )
}

/** Takes the new address or id; the rest of the markup stays. */
function SwapForm({ found, onDone }: { readonly found: FoundEmbed; readonly onDone: () => void }) {
  const { editor } = useLectern()
  const [failure, setFailure] = useState<string>()
  function swap(typed: string): void {
    const edits = swapEmbed(editor.text(), found, typed)
    if (isRefusal(edits)) setFailure(edits.message)
    else {
      editor.apply({ edits }, 'Swapped the embed', { stay: true })
      onDone()
    }
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        swap(String(new FormData(event.currentTarget).get('address')))
      }}
    >
      <TextField label="New address or id" name="address" autoFocus error={failure} />
      <div className={styles.actions}>
        <Button type="submit" look="primary">
          Swap
        </Button>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
