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
  const free = [...unused.values()].flat().toSorted((a, b) => a - b)
  return { start, end, middle: pairWithNeighbours(places, free, before, start) }
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

/** Gives each new block the first free old one that stands between the same kept neighbours, where their tags agree. */
function pairWithNeighbours(
  places: readonly (number | string)[],
  free: readonly number[],
  before: readonly string[],
  start: number,
): PatchedBlock[] {
  const until = nextKept(places)
  let after = start - 1
  let candidate = 0
  return places.map((place, at) => {
    if (typeof place === 'number') {
      after = place
      candidate = 0
      return { keep: place }
    }
    while (candidate < free.length && free[candidate]! <= after) candidate++
    const index = free[candidate]
    if (index === undefined || index >= until[at]! || !sameTag(before[index]!, place)) return { html: place }
    after = index
    return { change: index, html: place }
  })
}

/** For each place, the next old index kept behind it. */
function nextKept(places: readonly (number | string)[]): readonly number[] {
  const next: number[] = []
  let kept = Infinity
  for (let at = places.length - 1; at >= 0; at--) {
    next[at] = kept
    const place = places[at]
    if (typeof place === 'number') kept = place
  }
  return next
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
