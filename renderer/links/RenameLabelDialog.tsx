import { type FormEvent, useId, useState } from 'react'
import { renameLabel } from '../../core/post/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { sentenceOf } from '../state/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'

/** Gives a label another name in its definition and in all links that use it. */
export function RenameLabelDialog({ argument, onClose }: DialogProps) {
  const { editor } = useLectern()
  const form = useId()
  const before = typeof argument === 'string' ? argument : ''
  const [label, setLabel] = useState(before)
  const [failure, setFailure] = useState<string>()

  function submit(event: FormEvent): void {
    event.preventDefault()
    try {
      const edits = renameLabel(editor.text(), before, label.trim())
      onClose()
      editor.apply({ edits }, 'Renamed the label', { stay: true })
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }

  return (
    <Dialog
      title={`Rename the label “${before}”`}
      lead="Its definition and all links that use it change together; the words of the links stay."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form}>
            Rename
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField
          label="Label"
          required
          autoFocus
          value={label}
          error={failure}
          onChange={event => setLabel(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  )
}
