import { type FormEvent, useId, useState } from 'react'
import {
  type EmbedStyle,
  insertEmbed,
  insertMarkup,
  isPending,
  isRefusal,
  pendingNotice,
  recogniseEmbed,
  titleOf,
  writeEmbed,
} from '../../core/post/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { SelectField, TextArea } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { embedStyleOptions, readEmbedStyle, rememberEmbedStyle } from './embed-style.ts'
import styles from './Insert.module.css'
import { useHabits } from './use-habits.ts'

/** Takes an address or embed code and shows what would be written before it is. */
export function InsertEmbedDialog({ onClose }: DialogProps) {
  const { editor, notices, settings } = useLectern()
  const form = useId()
  const habits = useHabits()
  const house = habits.known?.house
  const [typed, setTyped] = useState('')
  const embed = typed.trim() === '' ? undefined : recogniseEmbed(typed)
  const refused = embed && isRefusal(embed) ? embed.message : undefined
  const provider = embed && !isRefusal(embed) ? embed.provider : ''
  const [chosen, setChosen] = useState<EmbedStyle>()
  const style = chosen ?? readEmbedStyle(settings, provider)

  async function insert(): Promise<void> {
    const { house } = await habits.all()
    const inserted = insertEmbed(editor.text(), editor.selection().from, typed, { house, style })
    if (isRefusal(inserted)) return
    if (chosen) rememberEmbedStyle(settings, provider, chosen)
    onClose()
    const { embed } = inserted
    if (isPending(embed) && embed.pageUrl !== undefined) insertAddress(embed.pageUrl)
    else editor.apply(inserted, 'Inserted the embed')
  }

  /** What its player needs is asked for while the address stands in the text. */
  function insertAddress(address: string): void {
    const result = insertMarkup(editor.text(), editor.selection().from, address)
    editor.apply(result, 'Inserted the address')
    const { to } = editor.selection()
    editor.offerPaste({ from: to - address.length, to })
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    void insert().catch(notices.report)
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
          <SelectField
            label="Written as"
            options={embedStyleOptions}
            value={style}
            onChange={event => setChosen(event.currentTarget.value as EmbedStyle)}
          />
          <pre className={styles.markup} aria-label="What will be written" tabIndex={0}>
            {writeEmbed(embed, style, house)}
          </pre>
        </div>
      )}
    </Dialog>
  )
}
