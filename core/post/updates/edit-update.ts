import { type EditResult, applyEdits, lineEdits } from '../../text/index.ts'
import { type ChangeUpdateOptions, redateUpdate, retitleUpdate } from './change-update.ts'
import { findUpdates } from './find-updates.ts'
import type { Update } from './update.ts'

export interface UpdateChange {
  /** ISO day. */
  readonly date?: string
  readonly title?: string
}

/**
 * Gives an update another day, another title, or both in one step.
 *
 * @throws LecternError 'post.bad-date'
 */
export function editUpdate(
  source: string,
  update: Update,
  { date, title }: UpdateChange,
  options: ChangeUpdateOptions = {},
): EditResult {
  if (title === undefined)
    return date === undefined ? { edits: [] } : redateUpdate(source, update, date, options)
  const retitled = retitleUpdate(source, update, title)
  if (date === undefined) return retitled
  const index = findUpdates(source, options).updates.findIndex(
    other => other.marker.from === update.marker.from,
  )
  const between = applyEdits(source, retitled.edits)
  const same = findUpdates(between, options).updates[index]
  if (!same) return retitled
  return { edits: lineEdits(source, applyEdits(between, redateUpdate(between, same, date, options).edits)) }
}
