import { type FormEvent, useId, useState } from 'react'
import {
  parseFileName,
  readFrontMatter,
  renamedPath,
  setField,
  slugFromTitle,
} from '../../core/post/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { sentenceOf } from '../state/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Checkbox, TextField } from '../ui/Field.tsx'
import { moveOpenPost } from './commands.ts'

/** Changes the title of the open post and, where wanted, the name of its file, which is part of its address. */
export function RenamePostDialog({ onClose }: DialogProps) {
  const lectern = useLectern()
  const { document, editor } = lectern
  const form = useId()
  const [path] = useState(() => document.get().path ?? '')
  const [before] = useState(() => String(readFrontMatter(editor.text()).data['title'] ?? ''))
  const [title, setTitle] = useState(before)
  const [ownSlug, setOwnSlug] = useState<string>()
  const [renamesFile, setRenamesFile] = useState(true)
  const [failure, setFailure] = useState<string>()
  const { slug: slugBefore } = parseFileName(path.slice(path.lastIndexOf('/') + 1))
  const slug = ownSlug ?? (title === before ? slugBefore : slugFromTitle(title))
  const to = renamesFile ? renamedPath(path, { slug }) : path

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    try {
      if (title !== before)
        editor.apply({ edits: setField(editor.text(), 'title', title) }, 'Changed the title', { stay: true })
      await moveOpenPost(lectern, to, `It is called ${to} now.`)
      onClose()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }

  return (
    <Dialog
      title="Rename this post"
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
      <form id={form} onSubmit={event => void submit(event)}>
        <TextField
          label="Title"
          required
          autoFocus
          spellCheck
          value={title}
          error={failure}
          onChange={event => setTitle(event.currentTarget.value)}
        />
        <Checkbox
          label="Rename the file, too"
          hint="The file’s name is part of the address: links to a published post would break."
          checked={renamesFile}
          onChange={event => setRenamesFile(event.currentTarget.checked)}
        />
        {renamesFile && (
          <TextField
            label="Name in the address"
            required
            value={slug}
            hint={to}
            onChange={event => setOwnSlug(event.currentTarget.value)}
          />
        )}
      </form>
    </Dialog>
  )
}
