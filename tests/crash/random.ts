/** Numbers from a seed, the same ones each time (mulberry32). */
export interface Random {
  /** From 0, below 1. */
  readonly next: () => number
  /** From 0, below `limit`, whole. */
  readonly below: (limit: number) => number
  readonly pick: <T>(list: readonly T[]) => T
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return { next, below, pick: list => list[below(list.length)]! }
}
