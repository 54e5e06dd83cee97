import type { Span } from '../../text/index.ts'
import type { WrittenDate } from './written-date.ts'

/** How an update shows itself. */
export type UpdateForm = 'heading' | 'paragraph' | 'note'

/** A place where the author says that the post was added to or changed after it was published. */
export interface Update {
  /** ISO: a day, or as exact as written (`2018-06`, `2018`); null where no date is written. */
  readonly date: string | null
  /** What the marker's line says, without markup: `Update — 14 July`. */
  readonly heading: string
  /** From 1, of the marker. */
  readonly line: number
  /** The anchor Jekyll gives a heading; null for other forms. */
  readonly id: string | null
  readonly form: UpdateForm
  /** `heading`: its level; otherwise 0. */
  readonly level: number
  /** Of `Edit 2`. */
  readonly number: number | undefined
  /** The marker word as written. */
  readonly word: string
  /** From the first character of the marker's markup to the end of the marker: `### Update — 14 July`, `**UPDATE:**`. */
  readonly marker: Span
  /** The date within the source, and how it is written. */
  readonly written: WrittenDate | undefined
  /** The whole update: its section, its paragraph, or the note in a paragraph. */
  readonly span: Span
}

/** A notice above the first thing a reader sees that names the days of the updates or points to them. */
export interface Banner {
  readonly text: string
  readonly line: number
  /** ISO, in the order written. */
  readonly dates: readonly string[]
  /** Its paragraph, without the line ending. */
  readonly span: Span
  readonly written: readonly WrittenDate[]
  /** The target of a link to a section, without `#`, and where it stands. */
  readonly anchor: { readonly id: string; readonly span: Span } | undefined
}

export interface FoundUpdates {
  readonly updates: readonly Update[]
  readonly banner: Banner | null
}
