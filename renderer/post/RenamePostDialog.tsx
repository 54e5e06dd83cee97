import { type FormEvent, useId, useState } from 'react'
import { parseFileName, planRename, readFrontMatter } from '../../core/post/index.ts'
import { applyEdits } from '../../core/text/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { type AddressChange, addressChange, addressSentence } from '../share/address-change.ts'
import { forgetCopied } from '../share/copied-addresses.ts'
import { sentenceOf } from '../state/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Checkbox, FieldRow, TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import { FollowingLinksList } from './FollowingLinksList.tsx'
import { renameOpenPost } from './rename-post.ts'
import { useChoice } from './use-choice.ts'
import { useLinksThatFollow } from './use-links-that-follow.ts'

/** Changes title, day and slug of the open post together, and with its address the links that lead to it. */
export function RenamePostDialog({ onClose }: DialogProps) {
  const lectern = useLectern()
  const { document, editor, settings } = lectern
  const form = useId()
  const [path] = useState(() => document.get().path ?? '')
  const [source] = useState(() => editor.text())
  const name = parseFileName(path.slice(path.lastIndexOf('/') + 1))
  const [before] = useState(() => String(readFrontMatter(source).data['title'] ?? ''))
  const [title, setTitle] = useState(before)
  const [date, setDate] = useState(name.date ?? '')
  const [ownSlug, setOwnSlug] = useState<string>()
  const [movesFile, setMovesFile] = useState(true)
  const { leftOut, choose } = useChoice()
  const [failure, setFailure] = useState<string>()
  /** What the writer was told of the address, and agrees to by going on. */
  const [told, setTold] = useState<AddressChange>()
  const change = {
    ...(title !== before && { title }),
    ...(date !== '' && date !== name.date && { date }),
    ...(movesFile && ownSlug !== undefined && { slug: ownSlug }),
  }
  const plan = planRename(source, path, change)
  const to = movesFile ? plan.path : path
  const renamed = applyEdits(source, plan.edits)
  const following = useLinksThatFollow({ path, source }, { path: to, source: renamed })

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    try {
      const moved = await addressChange(lectern, { path: to, source: renamed })
      if (moved && moved.next !== told?.next) return setTold(moved)
      if (moved) forgetCopied(settings, path)
      const links = (await following.all()).filter(link => !leftOut.has(link.key))
      await renameOpenPost(lectern, { change, movesFile, links })
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
          <Button look="primary" type="submit" form={form} disabled={following.isLooking}>
            {told ? 'Rename, and change the address' : 'Rename'}
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
        {told && <Notice tone="warning">{addressSentence(told)}</Notice>}
        {following.links.length > 0 && (
          <FollowingLinksList links={following.links} leftOut={leftOut} onChoose={choose} />
        )}
      </form>
    </Dialog>
  )
}
