// oxlint-disable-next-line typescript/triple-slash-reference -- nspell brings no types; whoever reads this file knows them
/// <reference path="./nspell.d.ts" />
import { type Word, americanSpelling, findWords, isTalkWord } from '../../core/post/spelling/index.ts'

/** What a dictionary answers. */
export interface Dictionary {
  correct(word: string): boolean
  suggest(word: string): string[]
}

export interface Speller {
  /** The words of a post that neither the dictionary nor the writer knows. */
  check(source: string, ownWords: readonly string[]): Word[]
  suggest(word: string): string[]
}

/** A post that is in another language would be underlined from its first word to its last. */
const mostMisspelled = 2_000
const mostSuggestions = 8

export function createSpeller(dictionary: Dictionary): Speller {
  const known = new Map<string, boolean>()

  function isKnown(word: string): boolean {
    let answer = known.get(word)
    if (answer === undefined) {
      answer = isCorrect(word)
      known.set(word, answer)
    }
    return answer
  }

  function isCorrect(word: string): boolean {
    if (dictionary.correct(word) || isTalkWord(word)) return true
    const american = americanSpelling(word)
    return american !== undefined && dictionary.correct(american)
  }

  return {
    check(source, ownWords) {
      const own = new Set(ownWords.map(word => word.toLowerCase()))
      return findWords(source)
        .filter(({ text }) => !own.has(text.toLowerCase()) && !isKnown(text))
        .slice(0, mostMisspelled)
    },
    suggest: word => dictionary.suggest(word).slice(0, mostSuggestions),
  }
}
