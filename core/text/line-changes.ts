import { diffArrays } from 'diff'

/** Lines `from` to `to` (excluded, from 0) of the old text give way to `lines`. */
export interface LineChange {
  readonly from: number
  readonly to: number
  readonly lines: readonly string[]
}

/** Texts further apart than this many lines are compared as one change between their common start and end. */
const mostDifferentLines = 2_000

/** What turns the old lines into the new ones, in order; no two changes touch. */
export function lineChanges(old: readonly string[], now: readonly string[]): LineChange[] {
  const start = commonStart(old, now)
  const end = commonEnd(start, old, now)
  const oldMiddle = old.slice(start, old.length - end)
  const nowMiddle = now.slice(start, now.length - end)
  if (oldMiddle.length === 0 && nowMiddle.length === 0) return []
  const parts = diffArrays(oldMiddle, nowMiddle, { maxEditLength: mostDifferentLines })
  if (!parts) return [{ from: start, to: start + oldMiddle.length, lines: nowMiddle }]
  const changes: LineChange[] = []
  let at = start
  let open: { from: number; to: number; lines: string[] } | undefined
  for (const part of parts) {
    if (!part.added && !part.removed) {
      if (open) changes.push(open)
      open = undefined
    } else {
      open ??= { from: at, to: at, lines: [] }
      if (part.added) open.lines.push(...part.value)
      else open.to += part.value.length
    }
    if (!part.added) at += part.value.length
  }
  if (open) changes.push(open)
  return changes
}

/** Lines with their endings; `\r` belongs to its line. */
export function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const room = Math.min(a.length, b.length)
  let count = 0
  while (count < room && a[count] === b[count]) count++
  return count
}

/** Not counting the lines of the common start. */
function commonEnd(start: number, a: readonly string[], b: readonly string[]): number {
  const room = Math.min(a.length, b.length) - start
  let count = 0
  while (count < room && a.at(-1 - count) === b.at(-1 - count)) count++
  return count
}
