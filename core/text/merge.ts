import type { TextEdit } from './edit.ts'
import { type LineChange, lineChanges, linesOf } from './line-changes.ts'
import { lineEdits } from './line-edits.ts'

/** How three texts came together. */
export type Merge =
  | {
      readonly clean: true
      readonly text: string
      /** What turns `mine` into the merged text: the other side's changes and nothing else. */
      readonly edits: readonly TextEdit[]
    }
  | { readonly clean: false }

/**
 * Three-way merge by lines, as `diff3` and git do it: what only one side changed is taken, and so is what both changed
 * alike.
 *
 * Changes of both sides to the same lines, or to lines that touch, are a conflict, and nothing is merged then: a
 * writer chooses between whole texts, never between markers inside one. Line endings belong to their lines.
 */
export function mergeTexts(base: string, mine: string, theirs: string): Merge {
  const text = mergedText(base, mine, theirs)
  return text === undefined ? { clean: false } : { clean: true, text, edits: lineEdits(mine, text) }
}

function mergedText(base: string, mine: string, theirs: string): string | undefined {
  if (mine === theirs || base === theirs) return mine
  if (base === mine) return theirs
  const baseLines = linesOf(base)
  const ours = lineChanges(baseLines, linesOf(mine))
  const others = lineChanges(baseLines, linesOf(theirs))
  const merged: string[] = []
  let at = 0
  for (let group = nextGroup(ours, others, at); group; group = nextGroup(ours, others, at)) {
    const a = replacedBy(baseLines, group, group.ours)
    const b = replacedBy(baseLines, group, group.others)
    if (group.ours.length > 0 && group.others.length > 0 && a !== b) return undefined
    merged.push(...baseLines.slice(at, group.from), group.ours.length > 0 ? a : b)
    at = group.to
    ours.splice(0, group.ours.length)
    others.splice(0, group.others.length)
  }
  merged.push(...baseLines.slice(at))
  return merged.join('')
}

/** Changes of both sides that overlap or touch, one after the other, and the lines of the base they cover. */
interface Group {
  readonly from: number
  readonly to: number
  readonly ours: readonly LineChange[]
  readonly others: readonly LineChange[]
}

function nextGroup(
  ours: readonly LineChange[],
  others: readonly LineChange[],
  at: number,
): Group | undefined {
  const from = Math.min(ours[0]?.from ?? Infinity, others[0]?.from ?? Infinity)
  if (from === Infinity) return undefined
  let to = Math.max(from, at)
  let [a, b] = [0, 0]
  for (;;) {
    if (a < ours.length && ours[a]!.from <= to) to = Math.max(to, ours[a++]!.to)
    else if (b < others.length && others[b]!.from <= to) to = Math.max(to, others[b++]!.to)
    else return { from, to, ours: ours.slice(0, a), others: others.slice(0, b) }
  }
}

/** What one side makes of the lines of a group. */
function replacedBy(base: readonly string[], group: Group, changes: readonly LineChange[]): string {
  const lines: string[] = []
  let at = group.from
  for (const change of changes) {
    lines.push(...base.slice(at, change.from), ...change.lines)
    at = change.to
  }
  lines.push(...base.slice(at, group.to))
  return lines.join('')
}
