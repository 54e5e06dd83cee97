import { diffLines } from 'diff'
import { findUpdates } from './find-updates.ts'

/** A place of the post that is not as readers first saw it. */
export interface ChangedPlace {
  readonly type: 'added' | 'changed' | 'removed'
  /** From 1, in the post as it is now; where removed lines stood. */
  readonly line: number
  /** The first line of what is there now, or was there. */
  readonly text: string
}

/**
 * What changed since readers first saw a post, so that an update can tell of it. The banner and the updates themselves
 * are left out, and so are blank lines.
 *
 * @param first the post as it was first published
 */
export function changedPlaces(first: string, now: string): ChangedPlace[] {
  const told = toldLines(now)
  const places: ChangedPlace[] = []
  let line = 1
  let removed: string | undefined
  for (const { value, added = false, removed: isRemoved = false, count = 0 } of diffLines(first, now)) {
    if (isRemoved) {
      removed = paragraphs(value)[0]?.text
      continue
    }
    const type = removed === undefined ? 'added' : 'changed'
    if (added) {
      const here = paragraphs(value).map(({ index, text }) => ({ type, line: line + index, text }) as const)
      places.push(...here.filter(place => !told(place.line)))
    } else if (removed !== undefined) places.push({ type: 'removed', line, text: removed })
    removed = undefined
    line += count
  }
  if (removed !== undefined) places.push({ type: 'removed', line, text: removed })
  return places
}

/** The first line of each paragraph, and how far down it stands. */
function paragraphs(text: string): { readonly index: number; readonly text: string }[] {
  const lines = text.split('\n').map(line => line.trim())
  return lines.flatMap((line, index) =>
    line !== '' && (lines[index - 1] ?? '') === '' ? [{ index, text: line }] : [],
  )
}

/** Whether a line belongs to the banner or to an update. */
function toldLines(source: string): (line: number) => boolean {
  const { updates, banner } = findUpdates(source)
  const lineOf = (offset: number): number => source.slice(0, offset).split('\n').length
  const spans = [...updates.map(update => update.span), ...(banner ? [banner.span] : [])]
  const ranges = spans.map(span => [lineOf(span.from), lineOf(span.to)] as const)
  return line => ranges.some(([from, to]) => line >= from && line <= to)
}
