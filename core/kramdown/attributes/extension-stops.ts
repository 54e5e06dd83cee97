/** A stop tag `{:/name}` or `{:/}`. */
export interface Stop {
  readonly start: number
  readonly end: number
}

/** The stop tags of a text by name, looked for once: for each start tag anew would take quadratic time. */
export class ExtensionStops {
  private readonly byName = new Map<string, Stop[]>()

  /** @param pattern global; its first group is the name */
  constructor(text: string, pattern: RegExp) {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? ''
      const stops = this.byName.get(name) ?? []
      if (stops.length === 0) this.byName.set(name, stops)
      stops.push({ start: match.index, end: match.index + match[0].length })
    }
  }

  /** The next stop tag for an extension from an offset on: one that names it, or no extension at all. */
  next(name: string, from: number): Stop | undefined {
    const named = firstFrom(this.byName.get(name), from)
    const unnamed = firstFrom(this.byName.get(''), from)
    if (!named || !unnamed) return named ?? unnamed
    return named.start < unnamed.start ? named : unnamed
  }
}

function firstFrom(stops: readonly Stop[] | undefined, from: number): Stop | undefined {
  if (!stops) return undefined
  let low = 0
  let high = stops.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (stops[middle]!.start < from) low = middle + 1
    else high = middle
  }
  return stops[low]
}

const known = new WeakMap<object, ExtensionStops>()

/** The stop tags of a text, kept for as long as it is being read. */
export function extensionStops(owner: { readonly text: string }, pattern: RegExp): ExtensionStops {
  const before = known.get(owner)
  if (before) return before
  const created = new ExtensionStops(owner.text, pattern)
  known.set(owner, created)
  return created
}
