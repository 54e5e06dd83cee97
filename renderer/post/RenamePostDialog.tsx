import { type FormEvent, useId, useState } from 'react'
import { parseFileName, planRename, readFrontMatter } from '../../core/post/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { sentenceOf } from '../state/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Checkbox, FieldRow, TextField } from '../ui/Field.tsx'
import { renameOpenPost } from './rename-post.ts'
import { useLinkingPosts } from './use-linking-posts.ts'

/** Changes title, day and slug of the open post together, and with its file's name the links that go by it. */
export function RenamePostDialog({ onClose }: DialogProps) {
  const lectern = useLectern()
  const { document, editor } = lectern
  const form = useId()
  const [path] = useState(() => document.get().path ?? '')
  const [source] = useState(() => editor.text())
  const name = parseFileName(path.slice(path.lastIndexOf('/') + 1))
  const [before] = useState(() => String(readFrontMatter(source).data['title'] ?? ''))
  const [title, setTitle] = useState(before)
  const [date, setDate] = useState(name.date ?? '')
  const [ownSlug, setOwnSlug] = useState<string>()
  const [movesFile, setMovesFile] = useState(true)
  const [linksFollow, setLinksFollow] = useState(true)
  const [failure, setFailure] = useState<string>()
  const linking = useLinkingPosts(path)
  const change = {
    ...(title !== before && { title }),
    ...(date !== '' && date !== name.date && { date }),
    ...(movesFile && ownSlug !== undefined && { slug: ownSlug }),
  }
  const to = movesFile ? planRename(source, path, change).path : path
  const isMoved = to !== path

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    try {
      await renameOpenPost(lectern, { change, movesFile, linking: linksFollow ? (linking ?? []) : [] })
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
          <Button look="primary" type="submit" form={form} disabled={isMoved && linking === undefined}>
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
          hint="The file’s name is part of the address: links from elsewhere to a published post would break."
          checked={movesFile}
          onChange={event => setMovesFile(event.currentTarget.checked)}
        />
        {movesFile && (
          <FieldRow>
            {name.date !== undefined && (
              <TextField
                label="Day"
                type="date"
                required
                value={date}
                onChange={event => setDate(event.currentTarget.value)}
              />
            )}
            <TextField
              label="Name in the address"
              required
              value={ownSlug ?? parseFileName(to.slice(to.lastIndexOf('/') + 1)).slug}
              hint={to}
              onChange={event => setOwnSlug(event.currentTarget.value)}
            />
          </FieldRow>
        )}
        {isMoved && linking !== undefined && linking.length > 0 && (
          <Checkbox
            label={
              linking.length === 1 ? 'Mend the link of one post' : `Mend the links of ${linking.length} posts`
            }
            hint={linking.map(post => post.path).join(', ')}
            checked={linksFollow}
            onChange={event => setLinksFollow(event.currentTarget.checked)}
          />
        )}
      </form>
    </Dialog>
  )
}
