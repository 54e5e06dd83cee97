import type { UpdateStyle } from './update-style.ts'
import type { Update } from './update.ts'

/**
 * Where an update of a day goes among a post's others: before the first that is newer (or older, where the author puts
 * the newest first), else after the last. Undefined where there is no other.
 */
export function placeAmong(
  source: string,
  others: readonly Update[],
  order: UpdateStyle['order'],
  date: string,
): number | undefined {
  const follows = (other: Update): boolean =>
    other.date !== null && (order === 'newest-first' ? other.date <= date : other.date > date)
  const next = others.find(follows)
  if (next) return lineStart(source, next.marker.from)
  const last = others.at(-1)
  return last && endOfSection(source, last)
}

/** Where the next section may begin; a heading without words yet keeps the empty lines below it. */
export function endOfSection(source: string, { span, marker }: Update): number {
  if (span.to !== marker.to) return span.to
  return span.to + /^(?:[ \t]*\r?\n)*/.exec(source.slice(span.to))![0].length
}

/** The order a post's own days show; undefined where one day or none is written. */
export function orderOfDays(updates: readonly Update[]): UpdateStyle['order'] | undefined {
  const days = updates.flatMap(update => update.date ?? [])
  const [first] = days
  const last = days.at(-1)
  if (first === undefined || last === undefined || first === last) return undefined
  return first > last ? 'newest-first' : 'newest-last'
}

export function lineStart(source: string, offset: number): number {
  return source.lastIndexOf('\n', offset - 1) + 1
}
