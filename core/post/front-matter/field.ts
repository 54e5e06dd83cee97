import type { Span } from '../../text/index.ts'

/** A date as YAML writes it, such as `2015-07-04 13:00:00 +0100`: written without quotes. */
export interface DateText {
  readonly type: 'date'
  readonly text: string
}

/** What a form may put into a field. `null` leaves the key with nothing after it. */
export type FieldValue = string | number | boolean | null | DateText | readonly (string | number | boolean)[]

/** A key at the top of the front matter, or the way to one inside a mapping, such as `['talk', 'event']`. */
export type FieldPath = string | readonly string[]

/** Which control suits a field. `other` is shown as text and never rewritten. */
export type FieldKind = 'text' | 'number' | 'boolean' | 'date' | 'list' | 'empty' | 'other'

/** One key of the front matter, as it lies in the source. */
export interface Field {
  readonly name: string
  readonly kind: FieldKind
  /** As Ruby reads it. */
  readonly value: unknown
  /** The source of the value, quotes included; empty where there is none. */
  readonly text: string
  readonly line: number
  /** Whole lines, from the key's to the value's last, line endings included. */
  readonly span: Span
}

/** The path as its parts. */
export function pathOf(field: FieldPath): readonly string[] {
  return typeof field === 'string' ? [field] : field
}
