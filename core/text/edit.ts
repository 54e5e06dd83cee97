import type { Span } from './span.ts'

/** Replaces the text of a span by `insert`; an empty span inserts, an empty `insert` deletes. */
export interface TextEdit extends Span {
  readonly insert: string
}

/** Edits and where the cursor (or selection) should be afterwards, in offsets of the new text. */
export interface EditResult {
  readonly edits: readonly TextEdit[]
  readonly selection?: Span
}

/**
 * The text after all edits. Edits are given in offsets of `source`, in any order, and may touch but not overlap;
 * edits at one offset are applied in the order given.
 *
 * @throws RangeError when an edit lies outside the text or two overlap
 */
export function applyEdits(source: string, edits: readonly TextEdit[]): string {
  const parts: string[] = []
  let at = 0
  for (const edit of inOrder(edits)) {
    if (edit.to < edit.from || edit.to > source.length)
      throw new RangeError(`edit ${edit.from}–${edit.to} is outside a document of ${source.length}`)
    if (edit.from < at)
      throw new RangeError(`edit at ${edit.from} overlaps the one before it, which ends at ${at}`)
    parts.push(source.slice(at, edit.from), edit.insert)
    at = edit.to
  }
  parts.push(source.slice(at))
  return parts.join('')
}

/** The edits, in offsets of the edited text, that give back `source`. */
export function invertEdits(source: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0
  return inOrder(edits).map(edit => {
    const from = edit.from + shift
    shift += edit.insert.length - (edit.to - edit.from)
    return { from, to: from + edit.insert.length, insert: source.slice(edit.from, edit.to) }
  })
}

/**
 * Where an offset of the old text lies in the edited one. An offset inside replaced text moves to the end of what
 * replaced it; at an insertion, `side` says whether it stays before (-1) or goes after (1).
 */
export function mapOffset(offset: number, edits: readonly TextEdit[], side: -1 | 1 = 1): number {
  let shift = 0
  for (const edit of inOrder(edits)) {
    if (edit.from > offset || (edit.from === offset && side < 0)) break
    if (edit.to > offset) return edit.from + shift + edit.insert.length
    shift += edit.insert.length - (edit.to - edit.from)
  }
  return offset + shift
}

/** The one edit that turns `before` into `after`: their common start and end are left alone. */
export function minimalEdit(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined
  const limit = Math.min(before.length, after.length)
  let start = 0
  while (start < limit && before.charCodeAt(start) === after.charCodeAt(start)) start++
  let end = 0
  while (
    end < limit - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) }
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return edits.toSorted((a, b) => a.from - b.from || a.to - b.to)
}
