import { type FormEvent, useId, useState } from 'react'
import { addUpdate, isRefusal, recogniseEmbed } from '../../core/post/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern } from '../app/lectern-context.ts'
import { sentenceOf } from '../state/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FieldRow, TextField } from '../ui/Field.tsx'
import { today } from './today.ts'
import { useAuthorPosts } from './use-author-posts.ts'

/** Adds a dated Update section and keeps the line at the top true, in one undo step. */
export function AddUpdateDialog({ argument, onClose }: DialogProps) {
  const { editor } = useLectern()
  const form = useId()
  const posts = useAuthorPosts()
  const wantsVideo = argument === 'video'
  const [date, setDate] = useState(today)
  const [video, setVideo] = useState('')
  const [title, setTitle] = useState('')
  const [failure, setFailure] = useState<string>()
  const read = video.trim() === '' ? undefined : recogniseEmbed(video)
  const refused = read && isRefusal(read) ? read.message : undefined

  function submit(event: FormEvent): void {
    event.preventDefault()
    try {
      const result = addUpdate(editor.text(), {
        date,
        posts,
        ...(title.trim() !== '' && { title }),
        ...(video.trim() !== '' && { video }),
      })
      onClose()
      editor.apply(result, 'Added an update')
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }

  return (
    <Dialog
      title={wantsVideo ? 'The video is out' : 'Add an update'}
      lead="A dated section before the link definitions, and a line at the top that says so."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form} disabled={refused !== undefined}>
            Add
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        {wantsVideo && <VideoField value={video} error={refused} autoFocus onChange={setVideo} />}
        <FieldRow>
          <TextField
            label="Date"
            type="date"
            required
            autoFocus={!wantsVideo}
            value={date}
            error={failure}
            onChange={event => setDate(event.currentTarget.value)}
          />
          <TextField
            label="Heading after the date"
            placeholder="Nothing"
            spellCheck
            value={title}
            onChange={event => setTitle(event.currentTarget.value)}
          />
        </FieldRow>
        {!wantsVideo && <VideoField value={video} error={refused} onChange={setVideo} />}
      </form>
    </Dialog>
  )
}

interface VideoFieldProps {
  readonly value: string
  readonly error: string | undefined
  readonly autoFocus?: boolean
  readonly onChange: (value: string) => void
}

function VideoField({ value, error, autoFocus = false, onChange }: VideoFieldProps) {
  return (
    <TextField
      label="Video"
      placeholder="Address or embed code, if there is one"
      autoFocus={autoFocus}
      value={value}
      error={error}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}
