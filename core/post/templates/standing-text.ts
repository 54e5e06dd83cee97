/** What an author writes in every talk post, found by comparing runs of words. */

/** Words in a run; three tell a phrase from chance. */
const runLength = 3
/** The part of a paragraph's runs that must occur elsewhere. */
const enough = 0.5

/** The runs of words of the author's other posts. */
export function standingWords(posts: readonly string[]): ReadonlySet<string> {
  return new Set(posts.flatMap(runs))
}

/** Whether a paragraph says what other posts say too. */
export function isStanding(text: string, standing: ReadonlySet<string>): boolean {
  const own = runs(text)
  if (own.length === 0) return false
  return own.filter(run => standing.has(run)).length / own.length >= enough
}

function runs(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? []
  return words
    .slice(0, Math.max(0, words.length - runLength + 1))
    .map((_, index) => words.slice(index, index + runLength).join(' '))
}
