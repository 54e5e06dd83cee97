import { type KeyboardEvent, useId, useState } from 'react'
import type { FieldHabit, FieldHabits, FieldKind, FieldValue } from '../../core/post/index.ts'
import { Button } from '../ui/Button.tsx'
import { FieldRow, TextField } from '../ui/Field.tsx'
import { Suggestions } from './Suggestions.tsx'
import styles from './DetailsPanel.module.css'

export interface AddFieldProps {
  readonly habits: FieldHabits
  /** The keys the post has. */
  readonly taken: readonly string[]
  readonly onAdd: (name: string, value: FieldValue) => void
  readonly onGoTo: (name: string) => void
}

/** Adds a field: its name is completed from the author's posts, and its value asked as they have it. */
export function AddField({ habits, taken, onAdd, onGoTo }: AddFieldProps) {
  const id = useId()
  const [name, setName] = useState<string>()
  const [value, setValue] = useState('')
  const close = () => {
    setName(undefined)
    setValue('')
  }
  if (name === undefined)
    return (
      <div className={styles.add}>
        <Button onClick={() => setName('')}>Add a field</Button>
      </div>
    )
  const key = name.trim()
  const habit = habits.fields.find(each => each.name === key)
  const kind = habit?.kind ?? 'text'
  const isTaken = taken.includes(key)
  const add = () => {
    if (key === '') return
    if (isTaken) onGoTo(key)
    else onAdd(key, valueOf(kind, value))
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      add()
    }
  }
  return (
    <fieldset className={styles.add} aria-label="Add a field" onKeyDown={onKeyDown}>
      <FieldRow>
        <TextField
          label="Field"
          value={name}
          list={id}
          autoFocus
          hint={isTaken ? 'The post has it. Enter goes there.' : usesOf(habit)}
          onChange={event => setName(event.currentTarget.value)}
        />
        {!isTaken && kind !== 'boolean' && kind !== 'other' && (
          <TextField
            label={valueLabels[kind]}
            type={kind === 'number' ? 'number' : 'text'}
            value={value}
            list={`${id}-values`}
            placeholder={kind === 'date' ? '2026-07-14 09:30:00 +0100' : undefined}
            onChange={event => setValue(event.currentTarget.value)}
          />
        )}
      </FieldRow>
      <Suggestions
        id={id}
        values={habits.fields
          .filter(each => !taken.includes(each.name))
          .map(each => ({ value: each.name, count: each.count }))}
      />
      <Suggestions id={`${id}-values`} values={habit?.values ?? []} />
      <div className={styles.actions}>
        <Button onClick={close}>Cancel</Button>
        <Button look="primary" disabled={key === ''} onClick={add}>
          {isTaken ? 'Go to it' : 'Add'}
        </Button>
      </div>
    </fieldset>
  )
}

const valueLabels: Readonly<Record<Exclude<FieldKind, 'boolean' | 'other'>, string>> = {
  text: 'Value',
  empty: 'Value',
  number: 'Number',
  date: 'Date',
  list: 'Items, with commas between',
}

function usesOf(habit: FieldHabit | undefined): string | undefined {
  if (!habit) return undefined
  if (habit.count === 0) return 'Jekyll reads it; none of your posts has it'
  return habit.count === 1 ? 'In 1 of your posts' : `In ${habit.count} of your posts`
}

/** What the form's text stands for in a field of this kind; nothing typed is a field that waits for its value. */
function valueOf(kind: FieldKind, typed: string): FieldValue {
  const text = typed.trim()
  if (kind === 'boolean') return true
  if (text === '' || kind === 'other') return null
  if (kind === 'number') return Number(text)
  if (kind === 'date') return { type: 'date', text }
  return kind === 'list' ? itemsOf(text) : text
}

function itemsOf(text: string): string[] {
  return text
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '')
}
