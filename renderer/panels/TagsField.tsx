import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { type TagCount, addListItem, countTags, listItems, removeListItem } from '../../core/post/index.ts'
import { type TextEdit, applyEdits, lineEdits } from '../../core/text/index.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { TextField } from '../ui/Field.tsx'
import { Notice } from '../ui/Notice.tsx'
import type { ChangeDetails } from './change-details.ts'
import styles from './DetailsPanel.module.css'
import { Suggestions, postsWords } from './Suggestions.tsx'

export interface TagsFieldProps {
  readonly name: string
  readonly text: string
  /** The author's posts, whose words are offered with how often each is used. */
  readonly posts: readonly string[]
  readonly onChange: ChangeDetails
}

/** A list such as `tags`: words of other posts are offered, and one that seems a slip of another is pointed out. */
export function TagsField({ name, text, posts, onChange }: TagsFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const items = useMemo(() => listItems(text, name), [text, name])
  const counts = useMemo(() => countTags(posts, name), [posts, name])
  const slips = useMemo(
    () => slipsIn(items, counts, countTags([...posts, text], name)),
    [items, counts, posts, text, name],
  )

  const onKeyDown = (event: KeyboardEvent) => {
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
        list={id}
        onChange={event => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Suggestions
        id={id}
        values={counts
          .filter(({ name }) => !items.includes(name))
          .map(({ name, count }) => ({ value: name, count }))}
      />
      <ul className={styles.items} aria-label={name}>
        {items.map(item => (
          <li key={item}>
            {item}
            <IconButton
              icon="close"
              label={`Remove ${item}`}
              onClick={() =>
                onChange(`Removed ${item} from ${name}`, source => removeListItem(source, name, item))
              }
            />
          </li>
        ))}
      </ul>
      {slips.map(({ item, usual, count }) => (
        <Notice
          key={item}
          actions={
            <Button
              onClick={() =>
                onChange(`Wrote ${usual} for ${item}`, source => swapItem(source, name, item, usual))
              }
            >
              Write “{usual}”
            </Button>
          }
        >
          “{item}” is “{usual}” in {postsWords(count)}.
        </Notice>
      ))}
    </div>
  )
}

interface Slip {
  readonly item: string
  readonly usual: string
  /** Posts with the usual spelling. */
  readonly count: number
}

/**
 * Items for which the author's posts have another spelling, at least as often.
 *
 * @param here the counts with the open text among the posts, for spellings that no saved post has
 */
function slipsIn(items: readonly string[], counts: readonly TagCount[], here: readonly TagCount[]): Slip[] {
  const usesOf = (name: string): number => counts.find(count => count.name === name)?.count ?? 0
  return items.flatMap(item => {
    const others = here.find(count => count.name === item)?.near.filter(name => !items.includes(name)) ?? []
    const usual = others.toSorted((a, b) => usesOf(b) - usesOf(a))[0]
    return usual !== undefined && usesOf(usual) >= usesOf(item) ? [{ item, usual, count: usesOf(usual) }] : []
  })
}

function swapItem(source: string, name: string, item: string, usual: string): TextEdit[] {
  const added = applyEdits(source, addListItem(source, name, usual))
  return lineEdits(source, applyEdits(added, removeListItem(added, name, item)))
}
