import { type FormEvent, useId, useState } from 'react'
import {
  type FoundUpdates,
  type Update,
  editUpdate,
  findUpdates,
  removeUpdate,
  titleOfUpdate,
} from '../../core/post/index.ts'
import type { EditResult } from '../../core/text/index.ts'
import { useDocument, useLectern } from '../app/lectern-context.ts'
import { showDay } from '../library/show-day.ts'
import { sentenceOf } from '../state/notices.ts'
import { Button } from '../ui/Button.tsx'
import { FieldRow, TextField } from '../ui/Field.tsx'
import { postDayOf } from './post-day.ts'
import styles from './RowList.module.css'

export interface UpdateRowProps {
  /** All of the post, and which of them this is. */
  readonly updates: readonly Update[]
  readonly index: number
}

/** An update of the post: a click goes there; it can be given another day and title, and taken out. */
export function UpdateRow(props: UpdateRowProps) {
  const { editor, notices } = useLectern()
  const { path } = useDocument('path')
  const [changing, setChanging] = useState(false)
  const update = props.updates[props.index]!
  const options = postDayOf(path)
  const remove = (): void => {
    const source = editor.text()
    const now = updateNow(findUpdates(source, options), props)
    if (!now) return void notices.show({ kind: 'info', text: textChanged })
    editor.apply(removeUpdate(source, now, options), 'Removed the update', { stay: true })
    notices.show({
      kind: 'success',
      text: 'The update is gone, and the line at the top says so.',
      action: { label: 'Undo', run: () => editor.undo() },
    })
  }
  return (
    <li>
      <button type="button" className={styles.row} onClick={() => editor.reveal(update.marker.from)}>
        <span className={styles.title}>{update.heading}</span>
        <span className={styles.facts}>
          {update.date === null ? 'no date' : showDay(update.date)}, line {update.line}
          {update.id !== null && <code>#{update.id}</code>}
        </span>
      </button>
      {changing ? (
        <ChangeForm {...props} onDone={() => setChanging(false)} />
      ) : (
        <div className={styles.actions}>
          <Button look="quiet" onClick={() => setChanging(true)}>
            Change…
          </Button>
          <Button look="quiet" onClick={remove}>
            Remove
          </Button>
        </div>
      )}
    </li>
  )
}

const textChanged = 'The text changed a moment ago. Try again.'

/** The update of a row in the text as it is now; the row shows a text that may be a moment old. */
function updateNow(now: FoundUpdates, { updates, index }: UpdateRowProps): Update | undefined {
  if (now.updates.length === updates.length) return now.updates[index]
  const same = now.updates.filter(update => update.heading === updates[index]?.heading)
  return same.length === 1 ? same[0] : undefined
}

function ChangeForm(props: UpdateRowProps & { readonly onDone: () => void }) {
  const { onDone } = props
  const { editor } = useLectern()
  const { path } = useDocument('path')
  const form = useId()
  const [{ day, written }] = useState(() => valuesOf(editor.text(), path, props))
  const [date, setDate] = useState(day ?? '')
  const [title, setTitle] = useState(written ?? '')
  const [failure, setFailure] = useState<string>()

  function change(): EditResult | undefined {
    const options = postDayOf(path)
    const text = editor.text()
    const now = updateNow(findUpdates(text, options), props)
    const wanted = {
      ...(date !== day && date !== '' && { date }),
      ...(written !== undefined && title !== written && { title }),
    }
    return now && editUpdate(text, now, wanted, options)
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    try {
      const result = change()
      if (!result) return setFailure(textChanged)
      if (result.edits.length > 0) editor.apply(result, 'Changed the update', { stay: true })
      onDone()
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }

  return (
    <form
      id={form}
      className={styles.form}
      onSubmit={submit}
      onKeyDown={event => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        onDone()
      }}
    >
      <FieldRow>
        <TextField
          label="Date"
          type="date"
          autoFocus
          value={date}
          error={failure}
          onChange={event => setDate(event.currentTarget.value)}
        />
        {written !== undefined && (
          <TextField
            label="Heading after the date"
            placeholder="Nothing"
            spellCheck
            value={title}
            onChange={event => setTitle(event.currentTarget.value)}
          />
        )}
      </FieldRow>
      <div className={styles.actions}>
        <Button type="submit" look="primary">
          Change
        </Button>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

/** What the form begins with; a title only where the update can have one. */
function valuesOf(source: string, path: string | undefined, props: UpdateRowProps) {
  const update = updateNow(findUpdates(source, postDayOf(path)), props)
  const isDay = update?.date?.length === 'YYYY-MM-DD'.length
  return { day: isDay ? update.date : '', written: update && titleOfUpdate(source, update) }
}
