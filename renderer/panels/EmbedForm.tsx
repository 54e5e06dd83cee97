import { useState } from 'react'
import type { TextEdit } from '../../core/text/index.ts'
import { useLectern } from '../app/lectern-context.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import styles from './EmbedsPanel.module.css'

export interface EmbedFormProps {
  readonly label: string
  readonly action: string
  /** Stands in the undo history. */
  readonly done: string
  readonly value?: string
  readonly hint?: string
  /** The edits for what is typed, or the sentence that says why there are none. */
  readonly edits: (source: string, typed: string) => readonly TextEdit[] | string
  readonly onDone: () => void
}

/** One field that changes one thing of an embed, as one undo step. */
export function EmbedForm({ label, action, done, value = '', hint, edits, onDone }: EmbedFormProps) {
  const { editor } = useLectern()
  const [typed, setTyped] = useState(value)
  const [failure, setFailure] = useState<string>()
  function change(): void {
    const result = edits(editor.text(), typed.trim())
    if (typeof result === 'string') return setFailure(result)
    if (result.length > 0) editor.apply({ edits: result }, done, { stay: true })
    onDone()
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        change()
      }}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onDone()
      }}
    >
      <TextField
        label={label}
        autoFocus
        value={typed}
        hint={hint}
        error={failure}
        onChange={event => setTyped(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        <Button type="submit" look="primary">
          {action}
        </Button>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
