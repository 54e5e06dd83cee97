import { type FormEvent, useId, useState } from 'react'
import { useWorkspace } from '../app/lectern-context.ts'
import type { Conflict, ConflictChoice } from '../state/document-desk.ts'
import { sentenceOf } from '../state/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { TextField } from '../ui/Field.tsx'

export interface RemovedFileProps {
  readonly conflict: Conflict
  readonly onChoose: (choice: ConflictChoice) => Promise<void>
  readonly onClose: () => void
}

/** Another program removed the file, or gave it another name: the text goes on where the writer says. */
export function RemovedFile({ conflict, onChoose, onClose }: RemovedFileProps) {
  const { path, version } = conflict
  const { posts } = useWorkspace()
  const renamed = posts.find(post => post.version === version && post.path !== path)
  const form = useId()
  const [typed, setTyped] = useState<string>()
  const [failure, setFailure] = useState<string>()
  const at = typed ?? renamed?.path ?? path
  const choose = (choice: ConflictChoice) =>
    onChoose(choice).catch((error: unknown) => setFailure(sentenceOf(error)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void choose(at === path ? 'keep-mine' : { at })
  }
  return (
    <Dialog
      title={renamed ? 'The file has another name' : 'The file was removed'}
      lead={`Another program ${renamed ? 'renamed' : 'removed'} ${path}. Your text is still in the editor.`}
      size="small"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Decide later</Button>
          <Button look="danger" onClick={() => void choose('take-theirs')}>
            Let it go
          </Button>
          <Button look="primary" type="submit" form={form}>
            {at === renamed?.path ? 'Go on there' : 'Save'}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <TextField
          label="Save as"
          required
          spellCheck={false}
          value={at}
          error={failure}
          hint={at === renamed?.path ? 'The file lies there now, as you last saw it.' : undefined}
          onChange={event => setTyped(event.currentTarget.value)}
        />
      </form>
    </Dialog>
  )
}
