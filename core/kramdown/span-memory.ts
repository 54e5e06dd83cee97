import type { SpanParser } from './span-parser.ts'

/**
 * What has been tried in vain in a text. kramdown reads an emphasis or a link up to where it should end and starts
 * again behind its first mark when that is never reached; without a memory that takes quadratic time and worse.
 *
 * An attempt that comes to a place where an earlier one of its kind, with the same elements around it, has been
 * before it failed, will fail too: what follows is read in the same way. The places are kept by kind and
 * surroundings.
 */
export interface FailureMemory {
  /** Kind and surroundings → places. */
  readonly places: Map<number, Set<number>>
  /** The same for links, with how far the count of open brackets fell after each place. */
  readonly brackets: Map<number, Map<number, number>>
  /** Where the bracket that closes one is, for brackets passed while reading a link. */
  readonly closing: Map<number, Map<number, number>>
  /** Where HTML elements without an end tag begin, by surroundings: nothing around them ends. */
  readonly endless: Map<number, Set<number>>
  /** References that have been warned of. */
  readonly warned: Set<number>
}

export function createFailureMemory(): FailureMemory {
  return {
    places: new Map(),
    brackets: new Map(),
    closing: new Map(),
    endless: new Map(),
    warned: new Set(),
  }
}

/** The types rules ask about, as bits of {@link SpanParser.open}. */
export const openBits = { em: 1, strong: 2, a: 4, img: 8 } as const

/** The bit of a type, 0 for those no rule asks about. */
export function openBit(type: string): number {
  return type in openBits ? openBits[type as keyof typeof openBits] : 0
}

const IN_EM = 16

/** What is tried, in numbers above those of the surroundings. */
export const attempts = {
  starEm: 32,
  underscoreEm: 64,
  starStrong: 96,
  underscoreStrong: 128,
  a: 160,
  img: 192,
} as const

/** An attempt in its surroundings: the types that are open, and whether the innermost is `em`. */
export function attemptKey(cx: SpanParser, attempt: number): number {
  return attempt + cx.open + (cx.tree.type === 'em' ? IN_EM : 0)
}

/** @param type of an element inside the one being read */
export function endlessPlaces(cx: SpanParser, type: string): Set<number> {
  return remembered(cx.memory.endless, cx.open | openBit(type), () => new Set())
}

export function remembered<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const created = create()
  map.set(key, created)
  return created
}
