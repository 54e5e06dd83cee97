/**
 * `indexOf` that remembers its last answer for each needle, so that asking again and again in a text where the
 * needle is rare or missing stays linear.
 */
export class TextSearch {
  private readonly text: string
  private answers: Map<string, { readonly from: number; readonly at: number }> | undefined

  constructor(text: string) {
    this.text = text
  }

  indexOf(needle: string, from: number): number {
    return this.remembered(needle, from, () => this.text.indexOf(needle, from))
  }

  /** The same for a global pattern. */
  indexOfPattern(pattern: RegExp, from: number): number {
    return this.remembered(pattern.source, from, () => {
      pattern.lastIndex = from
      return pattern.exec(this.text)?.index ?? -1
    })
  }

  private remembered(key: string, from: number, find: () => number): number {
    this.answers ??= new Map()
    const known = this.answers.get(key)
    if (known && from >= known.from && (known.at < 0 || from <= known.at)) return known.at
    const at = find()
    this.answers.set(key, { from, at })
    return at
  }
}
