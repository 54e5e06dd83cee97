/**
 * `indexOf` that remembers its last answer for each needle, so that asking again and again in a text where the
 * needle is rare or missing stays linear.
 */
export class TextSearch {
  private readonly text: string
  private answers: Map<string, Answer> | undefined

  constructor(text: string) {
    this.text = text
  }

  indexOf(needle: string, from: number): number {
    const known = this.answers?.get(needle)
    if (known && holds(known, from)) return known.at
    return this.remember(needle, known, from, this.text.indexOf(needle, from))
  }

  /** The same for a global pattern. */
  indexOfPattern(pattern: RegExp, from: number): number {
    const known = this.answers?.get(pattern.source)
    if (known && holds(known, from)) return known.at
    pattern.lastIndex = from
    return this.remember(pattern.source, known, from, pattern.exec(this.text)?.index ?? -1)
  }

  private remember(key: string, known: Answer | undefined, from: number, at: number): number {
    if (known) {
      known.from = from
      known.at = at
    } else (this.answers ??= new Map()).set(key, { from, at })
    return at
  }
}

/** Where a needle was found, looking from an offset on. */
interface Answer {
  from: number
  at: number
}

function holds({ from, at }: Answer, asked: number): boolean {
  return asked >= from && (at < 0 || asked <= at)
}
