import { normaliseLinkId } from '../../kramdown/index.ts'
import { firstWords, hostName, labelMakers, plainWords, wordsOf } from './label-makers.ts'

/** A label an author gave. */
export interface LabelExample {
  readonly label: string
  readonly text: string
  readonly url: string
}

/** A label worth proposing and how likely it is the one, from 0 to 1. */
export interface LabelGuess {
  readonly label: string
  readonly likelihood: number
}

export type LabelStyle = (text: string, url: string) => readonly LabelGuess[]

/** How many examples of its own a kind of words needs before it outweighs what holds for all. */
const weightOfAll = 3

/**
 * Learns which ways of making labels are the author's: how often each would have made the label the author chose,
 * for all links and apart for words of one kind.
 */
export function learnLabelStyle(examples: readonly LabelExample[]): LabelStyle {
  const all = new Rates()
  const kinds = new Map<string, Rates>()
  for (const { label, text, url } of examples) {
    const id = normaliseLinkId(label)
    const kind = kindOf(text)
    const rates = kinds.get(kind) ?? new Rates()
    kinds.set(kind, rates)
    const hits = labelMakers.map(make => {
      const made = make(wordsOf(text), plainWords(text), url)
      return made !== undefined && normaliseLinkId(made) === id
    })
    all.add(hits)
    rates.add(hits)
  }
  return (text, url) => {
    const rates = kinds.get(kindOf(text)) ?? new Rates()
    const guesses = labelMakers.map((make, index) => ({
      label: make(wordsOf(text), plainWords(text), url) ?? '',
      likelihood: rates.of(index, all.of(index)),
    }))
    return bestOfEach(guesses.filter(({ label }) => label !== ''))
  }
}

/** For authors nobody knows: the first words, joined; the name of the host where there are none. */
export const plainLabelStyle: LabelStyle = (text, url) => {
  const label = firstWords(wordsOf(text)) ?? hostName(url)
  return label === undefined ? [] : [{ label, likelihood: 1 }]
}

/** Guesses with one label each, the likeliest first. */
export function bestOfEach(guesses: readonly LabelGuess[]): LabelGuess[] {
  const best = new Map<string, LabelGuess>()
  for (const guess of guesses) {
    const id = normaliseLinkId(guess.label)
    if ((best.get(id)?.likelihood ?? -1) < guess.likelihood) best.set(id, guess)
  }
  return [...best.values()].toSorted((a, b) => b.likelihood - a.likelihood)
}

/** How many words, and whether they hold a name. */
function kindOf(text: string): string {
  const words = wordsOf(text)
  return `${Math.min(words.length, 5)} ${/\p{Lu}/u.test(text)} ${/["“!]/.test(text)}`
}

class Rates {
  private count = 0
  private readonly hits = labelMakers.map(() => 0)

  add(hits: readonly boolean[]): void {
    this.count++
    for (const [index, hit] of hits.entries()) if (hit) this.hits[index]!++
  }

  of(index: number, expected = 0): number {
    const weight = expected > 0 ? weightOfAll : 0
    return (this.hits[index]! + expected * weight) / Math.max(this.count + weight, 1)
  }
}
