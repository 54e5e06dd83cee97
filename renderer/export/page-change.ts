import { diffBlocks } from '../preview/block-patch.ts'

/** The blocks of a page before and after a change. */
export interface PageBlocks {
  readonly blocks: readonly string[]
  /** For each block, the line of the source it begins at, from 1, ascending. */
  readonly lines: ArrayLike<number>
}

/** Which blocks of two pages differ, by their place from 0. */
export interface PageChange {
  readonly removed: readonly number[]
  readonly added: readonly number[]
  /** For each block of the page after, the same block of the page before. */
  readonly origins: readonly (number | undefined)[]
}

export function changeBetween(before: readonly string[], after: readonly string[]): PageChange {
  const { start, end, middle } = diffBlocks(before, after)
  const origins = after.map((_, index): number | undefined => {
    if (index < start) return index
    if (index >= after.length - end) return index - after.length + before.length
    const block = middle[index - start]
    return block && 'keep' in block ? block.keep : undefined
  })
  const kept = new Set(origins)
  return {
    removed: [...before.keys()].filter(index => !kept.has(index)),
    added: [...after.keys()].filter(index => origins[index] === undefined),
    origins,
  }
}

/** The line to begin at, so that the first change stands under the block before it; undefined where nothing changes. */
export function lineOfFirstChange(page: PageBlocks, changed: readonly number[]): number | undefined {
  const [first] = changed
  return first === undefined ? undefined : page.lines[Math.max(first - 1, 0)]
}

/** The line of one page that stands where `line` stands in the other, by the last block both have before it. */
export function lineAcross(
  line: number,
  from: PageBlocks,
  to: PageBlocks,
  toIndex: (index: number) => number | undefined,
): number {
  if (line === Infinity) return line
  for (let index = from.blocks.length - 1; index >= 0; index--) {
    const there = toIndex(index)
    if (from.lines[index]! <= line && there !== undefined)
      return to.lines[there]! + Math.min(line - from.lines[index]!, heightOf(to, there))
  }
  return line
}

/** How many lines a block has, to the next one. */
function heightOf({ lines }: PageBlocks, index: number): number {
  return (lines[index + 1] ?? Infinity) - lines[index]!
}
