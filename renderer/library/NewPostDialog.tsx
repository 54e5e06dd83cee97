import { type FormEvent, useId, useState } from 'react'
import {
  type NewPost,
  folderForNewPosts,
  isRefusal,
  newTalkPost,
  pendingNotice,
  recogniseEmbed,
} from '../../core/post/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useLectern, useWorkspace } from '../app/lectern-context.ts'
import { sentenceOf } from '../state/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FieldRow, SelectField, TextField } from '../ui/Field.tsx'
import type { Editor } from '../editor/editor.ts'
import { startTabStops } from '../editor/tab-stops.ts'
import { useHabits } from '../insert/use-habits.ts'
import { useSiteFacts } from '../insert/use-site-facts.ts'
import { dateTimeIn, momentIn, nowWithOffset, ownZone } from './local-time.ts'
import { modelOptions, readModel } from './post-model.ts'
import { usePostModels } from './use-post-models.ts'

/** Asks what a talk post begins with and writes its file. */
export function NewPostDialog({ onClose }: DialogProps) {
  const { desk, editor, host, keys, workspaceDesk } = useLectern()
  const { posts } = useWorkspace()
  const form = useId()
  const habits = useHabits()
  const models = usePostModels()
  const [title, setTitle] = useState('')
  const [event, setEvent] = useState('')
  const [place, setPlace] = useState('')
  const [chosen, setChosen] = useState<string>()
  const [opened] = useState(() => new Date())
  const [typedDate, setDate] = useState<string>()
  const own = ownZone()
  const timezone = useSiteFacts()?.timezone ?? own
  const date = typedDate ?? dateTimeIn(timezone, opened)
  const elsewhere = dateTimeIn(own, opened) === dateTimeIn(timezone, opened) ? undefined : timezone
  const [slides, setSlides] = useState('')
  const [failure, setFailure] = useState<string>()
  const read = slides.trim() === '' ? undefined : recogniseEmbed(slides)
  const refused = read && isRefusal(read) ? read.message : undefined
  const notice = read && !isRefusal(read) ? pendingNotice(read) : undefined

  async function create(): Promise<void> {
    const folder = folderForNewPosts(posts.filter(post => post.kind === 'post').map(post => post.path))
    const { posts: authorPosts, house } = await habits.all()
    const known = await models.all()
    const model = await readModel(host, known, chosen ?? modelOptions(known)[0]!.value)
    const post = newTalkPost({
      ...model,
      title: title.trim(),
      now: nowWithOffset(new Date()),
      date,
      timezone,
      posts: authorPosts.filter(source => source !== model.like),
      house,
      ...(place.trim() !== '' && { place: place.trim() }),
      ...(event.trim() !== '' && { event: event.trim() }),
      ...(slides.trim() !== '' && { slides }),
    })
    const path = folder === '' ? post.fileName : `${folder}/${post.fileName}`
    await host.createPost(path, post.source)
    await workspaceDesk.refresh()
    await desk.open(path)
    onClose()
    await keys.during(beginWriting(editor, post))
  }

  async function submit(submitted: FormEvent): Promise<void> {
    submitted.preventDefault()
    try {
      await create()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }

  return (
    <Dialog
      title="New talk post"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form} disabled={refused !== undefined}>
            Create
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submitted => void submit(submitted)}>
        <TextField
          label="Title"
          required
          autoFocus
          spellCheck
          value={title}
          error={failure}
          onChange={change => setTitle(change.currentTarget.value)}
        />
        <FieldRow>
          <TextField
            label="Event"
            placeholder="Where you speak"
            value={event}
            onChange={change => setEvent(change.currentTarget.value)}
          />
          <TextField
            label="Place"
            placeholder="Town"
            value={place}
            onChange={change => setPlace(change.currentTarget.value)}
          />
        </FieldRow>
        <FieldRow>
          <TextField
            label="Date and time"
            type="datetime-local"
            required
            value={date}
            hint={dateHint(momentIn(timezone, date), elsewhere)}
            onChange={change => setDate(change.currentTarget.value)}
          />
          <SelectField
            label="Made after"
            options={modelOptions(models.known)}
            value={chosen ?? modelOptions(models.known)[0]!.value}
            onChange={change => setChosen(change.currentTarget.value)}
          />
        </FieldRow>
        <TextField
          label="Slides"
          placeholder="Address or embed code, if you have it"
          value={slides}
          error={refused}
          hint={notice}
          onChange={change => setSlides(change.currentTarget.value)}
        />
      </form>
    </Dialog>
  )
}

async function beginWriting(editor: Editor, { selection, stops }: NewPost): Promise<void> {
  // The editor knows where its lines are once it has drawn them.
  await new Promise(requestAnimationFrame)
  editor.apply({ edits: [], selection }, 'Began a talk post')
  startTabStops(editor.view, stops, selection.from)
}

/** @param zone of the site, where its clocks are not the writer's */
function dateHint(moment: number, zone: string | undefined): string | undefined {
  if (moment > Date.now()) return 'In the future: the site hides it until the first build after that.'
  return zone && `As the clocks of the site show it: ${zone}.`
}
