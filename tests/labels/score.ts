/** Precision, recall and every miss of what was found against what was labelled. */
export interface Score {
  readonly found: number
  readonly labelled: number
  readonly right: number
  /** One line each. */
  readonly misses: readonly string[]
}

/** Compares two lists of places (or of anything with a name). */
export function score(found: readonly string[], labelled: readonly string[]): Score {
  const right = found.filter(place => labelled.includes(place))
  const misses = [
    ...found.filter(place => !labelled.includes(place)).map(place => `found, not labelled: ${place}`),
    ...labelled.filter(place => !found.includes(place)).map(place => `labelled, not found: ${place}`),
  ]
  return { found: found.length, labelled: labelled.length, right: right.length, misses }
}

export function total(scores: readonly Score[]): Score {
  return {
    found: sum(scores.map(entry => entry.found)),
    labelled: sum(scores.map(entry => entry.labelled)),
    right: sum(scores.map(entry => entry.right)),
    misses: scores.flatMap(entry => entry.misses),
  }
}

/** 1 where nothing was to be found and nothing was. */
export function precision({ found, right }: Score): number {
  return found === 0 ? 1 : right / found
}

export function recall({ labelled, right }: Score): number {
  return labelled === 0 ? 1 : right / labelled
}

export function report(name: string, entry: Score): string {
  const figures = `precision ${precision(entry).toFixed(3)}  recall ${recall(entry).toFixed(3)}`
  const counts = `${entry.right} right, ${entry.found} found, ${entry.labelled} labelled`
  return [`${name}: ${figures}  (${counts})`, ...entry.misses.map(miss => `  ${miss}`)].join('\n')
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}
