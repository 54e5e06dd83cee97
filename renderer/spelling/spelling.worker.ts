import nspell from 'nspell'
import aff from 'dictionary-en/index.aff?raw'
import dic from 'dictionary-en/index.dic?raw'
import type { Word } from '../../core/post/spelling/index.ts'
import { createSpeller } from './speller.ts'

/** Holds the dictionary, which is large, away from the thread that the writer types in. Nothing leaves the machine. */

export type SpellingRequest =
  | {
      readonly type: 'check'
      readonly id: number
      readonly source: string
      readonly ownWords: readonly string[]
    }
  | { readonly type: 'suggest'; readonly id: number; readonly word: string }

export type SpellingReply =
  | { readonly type: 'checked'; readonly id: number; readonly words: readonly Word[] }
  | { readonly type: 'suggested'; readonly id: number; readonly suggestions: readonly string[] }

const speller = createSpeller(nspell(aff, dic))

self.addEventListener('message', ({ data }: MessageEvent<SpellingRequest>) => {
  reply(
    data.type === 'check'
      ? { type: 'checked', id: data.id, words: speller.check(data.source, data.ownWords) }
      : { type: 'suggested', id: data.id, suggestions: speller.suggest(data.word) },
  )
})

function reply(message: SpellingReply): void {
  self.postMessage(message, { transfer: [] })
}
