import type { UsedValue } from '../../core/post/index.ts'

export interface SuggestionsProps {
  /** The `list` of the field they belong to. */
  readonly id: string
  readonly values: readonly UsedValue[]
}

/** What other posts have in a field, each with how many they are. */
export function Suggestions({ id, values }: SuggestionsProps) {
  return (
    <datalist id={id}>
      {values.map(({ value, count }) => (
        <option key={value} value={value} label={count > 0 ? `${value} · ${postsWords(count)}` : value} />
      ))}
    </datalist>
  )
}

/** `3 posts` */
export function postsWords(count: number): string {
  return count === 1 ? '1 post' : `${count} posts`
}
