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

/** Lines that stand in a row, as each side has them. Lines, always whole, with their endings. */
export interface MergePiece {
  readonly mine: string
  readonly theirs: string
  /** What the merged text has there; undefined where both sides changed it and somebody has to choose. */
  readonly merged: string | undefined
}

/**
 * Three-way merge by lines, as `diff3` and git do it: what only one side changed is taken, and so is what both changed
 * alike.
 *
 * Changes of both sides to the same lines, or to lines that touch, are a conflict, and nothing is merged then: no text
 * ever holds markers. {@link mergePieces} tells what there is to choose. Line endings belong to their lines.
 */
export function mergeTexts(base: string, mine: string, theirs: string): Merge {
  const text = mergedText(base, mine, theirs)
  return text === undefined ? { clean: false } : { clean: true, text, edits: lineEdits(mine, text) }
}

function mergedText(base: string, mine: string, theirs: string): string | undefined {
  if (mine === theirs || base === theirs) return mine
  if (base === mine) return theirs
  const pieces = threeWay(base, mine, theirs)
  return pieces.every(piece => piece.merged !== undefined)
    ? pieces.map(piece => piece.merged).join('')
    : undefined
}

/**
 * A three-way merge piece by piece: what needs no choice, and each place that does, as small as the two sides allow
 * (lines that both have alike are no part of it). All of `mine` in a row is my text, all of `theirs` the other.
 */
export function mergePieces(base: string, mine: string, theirs: string): MergePiece[] {
  return threeWay(base, mine, theirs).flatMap(piece =>
    piece.merged === undefined ? placesToChoose(piece.mine, piece.theirs) : [piece],
  )
}

/** Where lines that both sides changed differ after all, with the lines they have in common between. */
function placesToChoose(mine: string, theirs: string): MergePiece[] {
  const lines = linesOf(mine)
  const pieces: MergePiece[] = []
  let at = 0
  const alike = (to: number): void => {
    const text = lines.slice(at, to).join('')
    if (text !== '') pieces.push({ mine: text, theirs: text, merged: text })
  }
  for (const change of lineChanges(lines, linesOf(theirs))) {
    alike(change.from)
    at = change.to
    pieces.push({
      mine: lines.slice(change.from, change.to).join(''),
      theirs: change.lines.join(''),
      merged: undefined,
    })
  }
  alike(lines.length)
  return pieces
}

function threeWay(base: string, mine: string, theirs: string): MergePiece[] {
  const baseLines = linesOf(base)
  const ours = lineChanges(baseLines, linesOf(mine))
  const others = lineChanges(baseLines, linesOf(theirs))
  const pieces: MergePiece[] = []
  let at = 0
  const unchanged = (to: number): void => {
    const text = baseLines.slice(at, to).join('')
    if (text !== '') pieces.push({ mine: text, theirs: text, merged: text })
  }
  for (let group = nextGroup(ours, others, at); group; group = nextGroup(ours, others, at)) {
    unchanged(group.from)
    const a = replacedBy(baseLines, group, group.ours)
    const b = replacedBy(baseLines, group, group.others)
    const isOneSided = group.ours.length === 0 || group.others.length === 0 || a === b
    const merged = group.ours.length > 0 ? a : b
    pieces.push({ mine: a, theirs: b, merged: isOneSided ? merged : undefined })
    at = group.to
    ours.splice(0, group.ours.length)
    others.splice(0, group.others.length)
  }
  unchanged(baseLines.length)
  return pieces
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
