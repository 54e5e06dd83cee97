import { type FormEvent, useId, useMemo, useState } from 'react'
import {
  insertEmbed,
  isRefusal,
  learnHouse,
  pendingNotice,
  recogniseEmbed,
  titleOf,
  writeEmbed,
} from '../../core/post/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextArea } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './Insert.module.css'
import { useAuthorPosts } from './use-author-posts.ts'

/** Takes an address or embed code and shows what would be written before it is. */
export function InsertEmbedDialog({ onClose }: DialogProps) {
  const { editor } = useLectern()
  const form = useId()
  const posts = useAuthorPosts()
  const house = useMemo(() => learnHouse(posts), [posts])
  const [typed, setTyped] = useState('')
  const embed = typed.trim() === '' ? undefined : recogniseEmbed(typed)
  const refused = embed && isRefusal(embed) ? embed.message : undefined

  function submit(event: FormEvent): void {
    event.preventDefault()
    const inserted = insertEmbed(editor.text(), editor.selection().from, typed, { house })
    if (isRefusal(inserted)) return
    onClose()
    editor.apply(inserted, 'Inserted the embed')
  }

  return (
    <Dialog
      title="Insert an embed"
      lead="Slides, a video, code: paste its address or the embed code its page gives you."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form} disabled={!embed || refused !== undefined}>
            Insert
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextArea
          label="Address or embed code"
          autoFocus
          spellCheck={false}
          value={typed}
          error={refused}
          onChange={event => setTyped(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter' || event.shiftKey) return
            event.preventDefault()
            event.currentTarget.form?.requestSubmit()
          }}
        />
      </form>
      {embed && !isRefusal(embed) && (
        <div className={styles.found} aria-live="polite">
          <h3>{titleOf(embed)}</h3>
          {pendingNotice(embed) && <Notice>{pendingNotice(embed)}</Notice>}
          <pre className={styles.markup} aria-label="What will be written" tabIndex={0}>
            {writeEmbed(embed, 'house', house)}
          </pre>
        </div>
      )}
    </Dialog>
  )
}
