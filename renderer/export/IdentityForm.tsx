import { type FormEvent, useId, useState } from 'react'
import { sentenceOf } from '../state/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FieldRow, TextField } from '../ui/Field.tsx'
import type { ExportSession } from './export-session.ts'

interface IdentityFormProps {
  readonly reason: string
  readonly session: ExportSession
  readonly onClose: () => void
}

/** Asks once who commits; the answer is kept in this repository only. */
export function IdentityForm({ reason, session, onClose }: IdentityFormProps) {
  const form = useId()
  const [failure, setFailure] = useState<string>()
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    try {
      await session.identify(String(data.get('name')), String(data.get('email')))
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  return (
    <Dialog
      title="Who commits?"
      lead={reason}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {session.target() !== undefined && (
            <Button onClick={() => void session.withoutCommit()}>Copy without a commit</Button>
          )}
          <Button look="primary" type="submit" form={form}>
            Continue
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={event => void submit(event)}>
        <FieldRow>
          <TextField label="Name" name="name" required autoComplete="name" />
          <TextField label="Email" name="email" type="email" required autoComplete="email" error={failure} />
        </FieldRow>
      </form>
    </Dialog>
  )
}
