/** What becomes of one place in the middle of a {@link BlockPatch}. */
export type PatchedBlock =
  /** The old block of this index, as it is. */
  | { readonly keep: number }
  /** The old block of this index, changed in place, so that a player inside it goes on playing. */
  | { readonly change: number; readonly html: string }
  | { readonly html: string }

/** How a list of blocks becomes another: all before `start` and the last `end` stay, the middle is listed. */
export interface BlockPatch {
  readonly start: number
  readonly end: number
  readonly middle: readonly PatchedBlock[]
}

/**
 * The patch from one list of HTML blocks to the next.
 *
 * A block whose HTML is unchanged is always kept, wherever it goes; of the others, one that stands between the same
 * neighbours and begins with the same tag is changed in place.
 */
export function diffBlocks(before: readonly string[], after: readonly string[]): BlockPatch {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++

  const unused = indexesByHtml(before, start, before.length - end)
  const places: (number | string)[] = []
  for (const html of after.slice(start, after.length - end)) places.push(unused.get(html)?.shift() ?? html)
  const free = new Set([...unused.values()].flat())
  return { start, end, middle: places.map((place, at) => patched(place, at, places, start, free, before)) }
}

function indexesByHtml(blocks: readonly string[], from: number, to: number): Map<string, number[]> {
  const indexes = new Map<string, number[]>()
  for (let index = from; index < to; index++) {
    const html = blocks[index]!
    const same = indexes.get(html)
    if (same) same.push(index)
    else indexes.set(html, [index])
  }
  return indexes
}

function patched(
  place: number | string,
  at: number,
  places: readonly (number | string)[],
  start: number,
  free: Set<number>,
  before: readonly string[],
): PatchedBlock {
  if (typeof place === 'number') return { keep: place }
  const after = places.slice(0, at).findLast(other => typeof other === 'number') ?? start - 1
  const until = places.slice(at + 1).find(other => typeof other === 'number') ?? Infinity
  for (const index of free) {
    if (index <= after || index >= until || !sameTag(before[index]!, place)) continue
    free.delete(index)
    return { change: index, html: place }
  }
  return { html: place }
}

function sameTag(a: string, b: string): boolean {
  return openTag(a) === openTag(b)
}

function openTag(html: string): string | undefined {
  return /^\s*<[\w-]+/.exec(html)?.[0].trim()
}

/** The list of blocks after a patch. */
export function applyBlockPatch(before: readonly string[], patch: BlockPatch): string[] {
  return [
    ...before.slice(0, patch.start),
    ...patch.middle.map(block => ('html' in block ? block.html : before[block.keep]!)),
    ...before.slice(before.length - patch.end),
  ]
}
