/**
 * `indexOf` that remembers its last answer for each needle, so that asking again and again in a text where the
 * needle is rare or missing stays linear.
 */
export class TextSearch {
  private readonly text: string
  private readonly answers = new Map<string, { readonly from: number; readonly at: number }>()

  constructor(text: string) {
    this.text = text
  }

  indexOf(needle: string, from: number): number {
    const known = this.answers.get(needle)
    if (known && from >= known.from && (known.at < 0 || from <= known.at)) return known.at
    const at = this.text.indexOf(needle, from)
    this.answers.set(needle, { from, at })
    return at
  }
}
