import { useEffect, useMemo, useRef, useState } from 'react'
import {
  type Field,
  type FieldHabit,
  type FieldKind,
  type FieldValue,
  type UsedValue,
  learnFields,
  placeOfField,
  readFrontMatter,
  setField,
  talkFacts,
  talkFieldsIn,
} from '../../core/post/index.ts'
import { useDocument, useLectern } from '../app/lectern-context.ts'
import { today } from '../insert/today.ts'
import { useAuthorPosts } from '../insert/use-author-posts.ts'
import { sentenceOf } from '../state/notices.ts'
import { Checkbox, TextField } from '../ui/Field.tsx'
import { EmptyState, Notice } from '../ui/Notice.tsx'
import { AddField } from './AddField.tsx'
import { type ChangeDetails, changeDetails } from './change-details.ts'
import { DetailField } from './DetailField.tsx'
import styles from './DetailsPanel.module.css'
import { TagsField } from './TagsField.tsx'
import { TalkForm } from './TalkForm.tsx'
import { useLayouts } from './use-layouts.ts'

/** The front matter as a form. Each change is one edit of that field's lines and one undo step. */
export function DetailsPanel() {
  const lectern = useLectern()
  const { path, text, readOnly } = useDocument('path', 'text', 'readOnly')
  const frontMatter = useMemo(() => readFrontMatter(text), [text])
  const isTalk = useMemo(
    () => path !== undefined && talkFacts(text, { path, today: today() }) !== undefined,
    [path, text],
  )
  const posts = useAuthorPosts()
  const habits = useMemo(() => learnFields(posts), [posts])
  const layouts = useLayouts()
  const form = useRef<HTMLFieldSetElement>(null)
  const added = useRef<string>(undefined)
  useEffect(() => {
    // The form shows a new field once the text has it.
    const name = added.current
    if (name === undefined || !frontMatter.fields.some(field => field.name === name)) return
    added.current = undefined
    goToField(form.current, name)
  }, [frontMatter])
  const [failure, setFailure] = useState<string>()

  const change: ChangeDetails = (label, edit) => {
    changeDetails(lectern, label, edit).then(
      () => setFailure(undefined),
      (error: unknown) => setFailure(sentenceOf(error)),
    )
  }

  const add = (name: string, value: FieldValue) => {
    change(`Added ${name}`, source => {
      const names = readFrontMatter(source).fields.map(field => field.name)
      return setField(source, name, value, { behind: placeOfField(names, name, habits.orders) })
    })
    added.current = name
  }

  if (path === undefined) return <EmptyState title="No post is open" />
  if (!frontMatter.yaml)
    return (
      <EmptyState title="No front matter">
        This file starts without <code>---</code>. A title typed here would add it.
        <NewField name="title" label="Title" onChange={change} />
      </EmptyState>
    )
  const ofTalk: ReadonlySet<string> = isTalk ? talkFieldsIn(frontMatter.data) : new Set()
  return (
    <fieldset ref={form} className={styles.details} disabled={readOnly !== undefined} aria-label="Details">
      {failure && <Notice tone="danger">{failure}</Notice>}
      {frontMatter.problems.map(problem => (
        <Notice key={`${problem.code}-${problem.line}`} tone="warning">
          Line {problem.line}: {problem.message}
        </Notice>
      ))}
      {frontMatter.fields
        .filter(field => !ofTalk.has(field.name))
        .map(field => (
          <div key={field.name} data-field={field.name}>
            <FieldControl
              field={field}
              habit={habits.fields.find(({ name }) => name === field.name)}
              layouts={layouts}
              text={text}
              posts={posts}
              onChange={change}
            />
          </div>
        ))}
      <AddField
        habits={habits}
        taken={frontMatter.fields.map(({ name }) => name)}
        onAdd={add}
        onGoTo={name => goToField(form.current, name)}
      />
      {isTalk && <TalkForm path={path} text={text} onChange={change} />}
    </fieldset>
  )
}

/** Jekyll reads these as lists, however they are written. */
const gathersWords: ReadonlySet<string> = new Set(['tags', 'categories'])

/** Gives a field of the form the keyboard. */
function goToField(form: HTMLElement | null, name: string): void {
  form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"] :is(input, select)`)?.focus()
}

interface FieldControlProps {
  readonly field: Field
  /** What the author's posts have in this field. */
  readonly habit: FieldHabit | undefined
  readonly layouts: readonly string[]
  readonly text: string
  readonly posts: readonly string[]
  readonly onChange: ChangeDetails
}

function FieldControl({ field, habit, layouts, text, posts, onChange }: FieldControlProps) {
  const { name } = field
  const kind = kindOf(field, habit)
  const set = (value: FieldValue) => onChange(`Set ${name}`, source => setField(source, name, value))
  const control = {
    label: name,
    written: kind === 'date' ? field.text : textOf(field.value),
    hint: (typed: string) => name === 'description' && `${typed.length} characters`,
  }
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
      return <TagsField name={name} text={text} posts={posts} onChange={onChange} />
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
        <DetailField {...control} type="number" onSet={typed => set(typed === '' ? null : Number(typed))} />
      )
    case 'date':
      return (
        <DetailField {...control} onSet={typed => set(typed === '' ? null : { type: 'date', text: typed })} />
      )
    case 'text':
    case 'empty':
      return (
        <DetailField
          {...control}
          suggestions={suggestionsFor(name, habit, layouts)}
          onSet={typed => set(typed === '' ? null : typed)}
        />
      )
  }
}

/** An empty field is what it is in the author's other posts. */
function kindOf({ name, kind }: Field, habit: FieldHabit | undefined): FieldKind {
  if (gathersWords.has(name) && (kind === 'text' || kind === 'empty')) return 'list'
  return kind === 'empty' && habit && habit.kind !== 'other' ? habit.kind : kind
}

/** Said once in each post: no other post's words would do. */
const ofOnePost: ReadonlySet<string> = new Set(['title', 'description', 'permalink'])

function suggestionsFor(
  name: string,
  habit: FieldHabit | undefined,
  layouts: readonly string[],
): readonly UsedValue[] {
  if (ofOnePost.has(name)) return []
  const used = habit?.values ?? []
  if (name !== 'layout') return used
  const others = layouts.filter(layout => !used.some(({ value }) => value === layout))
  return [...used, ...others.map(value => ({ value, count: 0 }))]
}

function NewField({
  name,
  label,
  onChange,
}: {
  readonly name: string
  readonly label: string
  readonly onChange: ChangeDetails
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
