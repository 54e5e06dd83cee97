import nspell from 'nspell'
import aff from 'dictionary-en/index.aff?raw'
import dic from 'dictionary-en/index.dic?raw'
import { type ToldText, heardText } from '../../core/text/index.ts'
import { type Word, bestDictionary, spellingLanguage, usualLanguage } from '../../core/post/spelling/index.ts'
import { type Speller, createSpeller } from './speller.ts'

/** Holds the dictionaries, which are large, away from the thread that the writer types in. Nothing leaves the machine. */

export type SpellingRequest =
  | {
      readonly type: 'check'
      readonly id: number
      readonly source: ToldText
      /** As the site's configuration says it. */
      readonly siteLanguage: string | undefined
      readonly ownWords: readonly string[]
    }
  | { readonly type: 'suggest'; readonly id: number; readonly word: string }
  /** One of the writer's own. */
  | { readonly type: 'dictionary'; readonly language: string; readonly aff: string; readonly dic: string }
  | { readonly type: 'forget'; readonly language: string }

export type SpellingReply =
  | {
      readonly type: 'checked'
      readonly id: number
      /** What the post is written in. */
      readonly language: string
      /** False: no dictionary for this language is here, and nothing was checked. */
      readonly isKnown: boolean
      readonly words: readonly Word[]
    }
  /** The text could not be made of the one before: it is to be told whole. */
  | { readonly type: 'lost'; readonly id: number }
  | { readonly type: 'suggested'; readonly id: number; readonly suggestions: readonly string[] }

const spellers = new Map<string, Speller>([[usualLanguage, createSpeller(nspell(aff, dic))]])
/** The last that was told. */
let text: string | undefined
/** Of the post that was checked last. */
let speller = spellers.get(usualLanguage)

self.addEventListener('message', ({ data }: MessageEvent<SpellingRequest>) => {
  switch (data.type) {
    case 'check':
      return reply(check(data))
    case 'suggest':
      return reply({ type: 'suggested', id: data.id, suggestions: speller?.suggest(data.word) ?? [] })
    case 'dictionary':
      return void spellers.set(data.language, createSpeller(nspell(data.aff, data.dic)))
    case 'forget':
      return void spellers.delete(data.language)
  }
})

function check({
  id,
  source,
  siteLanguage,
  ownWords,
}: Extract<SpellingRequest, { type: 'check' }>): SpellingReply {
  text = heardText(text, source)
  if (text === undefined) return { type: 'lost', id }
  const language = spellingLanguage(text, siteLanguage)
  const best = bestDictionary(language, [...spellers.keys()])
  speller = best === undefined ? undefined : spellers.get(best)
  return {
    type: 'checked',
    id,
    language,
    isKnown: speller !== undefined,
    words: speller?.check(text, ownWords) ?? [],
  }
}

function reply(message: SpellingReply): void {
  self.postMessage(message, { transfer: [] })
}
