import { type KeyboardEvent, useMemo, useState } from 'react'
import {
  type Field,
  type FieldValue,
  addListItem,
  readFrontMatter,
  removeListItem,
  setField,
} from '../../core/post/index.ts'
import type { TextEdit } from '../../core/text/index.ts'
import { useDocument, useLectern } from '../app/lectern-context.ts'
import { sentenceOf } from '../state/notices.ts'
import { IconButton } from '../ui/Button.tsx'
import { Checkbox, TextField } from '../ui/Field.tsx'
import { EmptyState, Notice } from '../ui/Notice.tsx'
import styles from './DetailsPanel.module.css'

/** The front matter as a form. Each change is one edit of that field's lines and one undo step. */
export function DetailsPanel() {
  const { editor } = useLectern()
  const { path, text } = useDocument()
  const frontMatter = useMemo(() => readFrontMatter(text), [text])
  const [failure, setFailure] = useState<string>()

  function change(label: string, edit: (source: string) => readonly TextEdit[]): void {
    try {
      editor.apply({ edits: edit(editor.text()) }, label, { stay: true })
      setFailure(undefined)
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }

  if (path === undefined) return <EmptyState title="No post is open" />
  if (!frontMatter.yaml)
    return (
      <EmptyState title="No front matter">
        This file starts without <code>---</code>. A title typed here would add it.
        <NewField name="title" label="Title" onChange={change} />
      </EmptyState>
    )
  return (
    <div className={styles.details}>
      {failure && <Notice tone="danger">{failure}</Notice>}
      {frontMatter.problems.map(problem => (
        <Notice key={`${problem.code}-${problem.line}`} tone="warning">
          Line {problem.line}: {problem.message}
        </Notice>
      ))}
      {frontMatter.fields.map(field => (
        <FieldControl key={field.name} field={field} onChange={change} />
      ))}
    </div>
  )
}

type Change = (label: string, edit: (source: string) => readonly TextEdit[]) => void

interface FieldControlProps {
  readonly field: Field
  readonly onChange: Change
}

function FieldControl({ field, onChange }: FieldControlProps) {
  const { name, kind } = field
  const set = (value: FieldValue) => onChange(`Set ${name}`, source => setField(source, name, value))
  switch (kind) {
    case 'boolean':
      return (
        <Checkbox
          label={name}
          checked={field.value === true}
          onChange={event => set(event.currentTarget.checked)}
        />
      )
    case 'list':
      return <ListControl field={field} onChange={onChange} />
    case 'other':
      return (
        <div className={styles.other}>
          <span className={styles.name}>{name}</span>
          <pre>{field.text}</pre>
          <p>Written in a way this form leaves alone. Edit it in the text.</p>
        </div>
      )
    case 'number':
      return (
        <ValueControl field={field} type="number" onSet={text => set(text === '' ? null : Number(text))} />
      )
    case 'date':
      return <ValueControl field={field} onSet={text => set(text === '' ? null : { type: 'date', text })} />
    case 'text':
    case 'empty':
      return <ValueControl field={field} onSet={text => set(text === '' ? null : text)} />
  }
}

interface ValueControlProps {
  readonly field: Field
  readonly type?: 'text' | 'number'
  readonly onSet: (text: string) => void
}

/** A field that is set when it is left or Enter is pressed; Escape gives back what the text says. */
function ValueControl({ field, type = 'text', onSet }: ValueControlProps) {
  const written = field.kind === 'date' ? field.text : textOf(field.value)
  const [typed, setTyped] = useState<string>()
  const finish = () => {
    if (typed !== undefined && typed !== written) onSet(typed)
    setTyped(undefined)
  }
  return (
    <TextField
      label={field.name}
      type={type}
      spellCheck
      value={typed ?? written}
      hint={field.name === 'description' && `${(typed ?? written).length} characters`}
      onChange={event => setTyped(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={event => {
        if (event.key === 'Enter') finish()
        if (event.key === 'Escape') setTyped(undefined)
      }}
    />
  )
}

function ListControl({ field, onChange }: FieldControlProps) {
  const { name } = field
  const [typed, setTyped] = useState('')
  const items = field.value as readonly (string | number | boolean)[]
  const add = (event: KeyboardEvent) => {
    const item = typed.trim()
    if ((event.key !== 'Enter' && event.key !== ',') || item === '') return
    event.preventDefault()
    onChange(`Added ${item} to ${name}`, source => addListItem(source, name, item))
    setTyped('')
  }
  return (
    <div className={styles.list}>
      <TextField
        label={name}
        value={typed}
        placeholder="Add one, then Enter"
        onChange={event => setTyped(event.currentTarget.value)}
        onKeyDown={add}
      />
      <ul className={styles.items} aria-label={name}>
        {items.map(item => (
          <li key={String(item)}>
            {String(item)}
            <IconButton
              icon="close"
              label={`Remove ${String(item)}`}
              onClick={() =>
                onChange(`Removed ${String(item)} from ${name}`, source =>
                  removeListItem(source, name, String(item)),
                )
              }
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

function NewField({
  name,
  label,
  onChange,
}: {
  readonly name: string
  readonly label: string
  readonly onChange: Change
}) {
  const [typed, setTyped] = useState('')
  const add = () => {
    if (typed.trim() !== '') onChange(`Set ${name}`, source => setField(source, name, typed.trim()))
  }
  return (
    <TextField
      label={label}
      value={typed}
      onChange={event => setTyped(event.currentTarget.value)}
      onKeyDown={event => event.key === 'Enter' && add()}
    />
  )
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value)
}
