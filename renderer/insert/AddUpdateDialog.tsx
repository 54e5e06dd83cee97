import { type FormEvent, useId, useState } from 'react'
import {
  addUpdate,
  changedPlaces,
  isRefusal,
  languageOfPost,
  pendingNotice,
  recogniseEmbed,
  talkFacts,
  wordsOf,
} from '../../core/post/index.ts'
import type { DialogProps } from '../app/dialogs.ts'
import { useDocument, useLectern } from '../app/lectern-context.ts'
import { showPanel } from '../app/view-commands.ts'
import { showDay } from '../library/show-day.ts'
import { postDayOf } from '../panels/post-day.ts'
import { useFirstPublished } from '../panels/use-first-published.ts'
import { sentenceOf } from '../state/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FieldRow, SelectField, TextArea, TextField } from '../ui/Field.tsx'
import { type BannerChoice, bannerChoices, bannerSetting, readBannerChoice } from './banner-choice.ts'
import styles from './Insert.module.css'
import { today } from './today.ts'
import { useHabits } from './use-habits.ts'
import { useSiteFacts } from './use-site-facts.ts'

/** Adds a dated Update section and keeps the line at the top true, in one undo step. */
export function AddUpdateDialog({ argument, onClose }: DialogProps) {
  const lectern = useLectern()
  const { editor, settings } = lectern
  const { path } = useDocument('path')
  const first = useFirstPublished(path)
  const form = useId()
  const habits = useHabits()
  const [source] = useState(() => editor.text())
  const wantsVideo = argument === 'video'
  const [date, setDate] = useState(today)
  const [video, setVideo] = useState('')
  const [title, setTitle] = useState('')
  const [typedText, setTypedText] = useState<string>()
  const [banner, setBanner] = useState<BannerChoice>(() => readBannerChoice(settings))
  const [failure, setFailure] = useState<string>()
  const read = video.trim() === '' ? undefined : recogniseEmbed(video)
  const refused = read && isRefusal(read) ? read.message : undefined
  const site = useSiteFacts()
  const language = languageOfPost(source, habits.known?.posts) ?? site?.language
  const text = typedText ?? (wantsVideo ? wordsOf(language).videoIsOut : '')
  const talkDay = talkFacts(source, { path: path ?? '', today: today() })?.date

  async function add(): Promise<void> {
    const { posts, house } = await habits.all()
    const result = addUpdate(editor.text(), {
      date,
      posts,
      house,
      ...postDayOf(path),
      ...(language !== undefined && { language }),
      ...(title.trim() !== '' && { title }),
      ...(text.trim() !== '' && { text }),
      ...(video.trim() !== '' && { video }),
      ...(banner !== 'house' && { banner: banner === 'linked' ? ('linked' as const) : false }),
    })
    settings.set('folder', bannerSetting, banner)
    const toldLater = !wantsVideo && first !== undefined && changedPlaces(first, source).length > 0
    if (toldLater) showPanel(lectern, 'updates')
    onClose()
    editor.apply(result, 'Added an update')
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    add().catch((error: unknown) => setFailure(sentenceOf(error)))
  }

  const videoField = (
    <TextField
      label={wantsVideo ? 'Video' : 'Video or link'}
      placeholder={wantsVideo ? 'Address or embed code' : 'Address or embed code, if there is one'}
      required={wantsVideo}
      autoFocus={wantsVideo}
      value={video}
      error={refused}
      hint={read && !isRefusal(read) && pendingNotice(read)}
      onChange={event => setVideo(event.currentTarget.value)}
    />
  )
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
        {wantsVideo && videoField}
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
        {talkDay && talkDay !== date && (
          <p className={styles.aside}>
            <Button look="link" onClick={() => setDate(talkDay)}>
              Use the day of the talk, {showDay(talkDay)}
            </Button>
          </p>
        )}
        <TextArea
          label={wantsVideo ? 'What it says' : 'What is new'}
          placeholder="Nothing yet"
          spellCheck
          rows={2}
          value={text}
          onChange={event => setTypedText(event.currentTarget.value)}
        />
        {!wantsVideo && videoField}
        <SelectField
          label="Line at the top"
          options={bannerChoices}
          value={banner}
          onChange={event => setBanner(event.currentTarget.value as BannerChoice)}
        />
      </form>
    </Dialog>
  )
}
