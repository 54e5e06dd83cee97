import type { Element } from './element.ts'
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
  readonly places: Map<string, Set<number>>
  /** The same for links, with how far the count of open brackets fell after each place. */
  readonly brackets: Map<string, Map<number, number>>
  /** Where the bracket that closes one is, for brackets passed while reading a link. */
  readonly closing: Map<string, Map<number, number>>
}

export function createFailureMemory(): FailureMemory {
  return { places: new Map(), brackets: new Map(), closing: new Map() }
}

const relevant: readonly Element['type'][] = ['em', 'strong', 'a', 'img']

/** What rules ask about the open elements: which of these types are among them, and whether the innermost is `em`. */
export function surroundings(cx: SpanParser): string {
  return (cx.tree.type === 'em' ? 'in-em' : '') + openTypes(cx, cx.tree)
}

function openTypes(cx: SpanParser, inner: Element): string {
  let key = ''
  for (const type of relevant) if (inner.type === type || cx.isInside(type)) key += ` ${type}`
  return key
}

/** Where HTML elements without an end tag begin: they take in the rest of the text, and nothing around them ends. */
export function endlessPlaces(cx: SpanParser, inner: Element): Set<number> {
  return remembered(cx.memory.places, `endless${openTypes(cx, inner)}`, () => new Set())
}

export function remembered<V>(map: Map<string, V>, key: string, create: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const created = create()
  map.set(key, created)
  return created
}
