import { identifier, text } from './arguments.ts'
import type { MethodTable } from './wire.ts'

/** A Hunspell dictionary: the two files that belong together, as text. */
export interface DictionaryFiles {
  readonly aff: string
  readonly dic: string
}

/** Spelling in languages that the app brings no dictionary for. `language` is a tag such as `de-at`, in small letters. */
export interface DictionariesApi {
  /** The languages whose dictionaries the writer added. */
  listDictionaries(): Promise<string[]>
  /** @throws 'spelling.no-dictionary' */
  readDictionary(language: string): Promise<DictionaryFiles>
  /** Keeps a dictionary among the writer's settings, in place of one for the same language. */
  addDictionary(language: string, aff: string, dic: string): Promise<void>
  removeDictionary(language: string): Promise<void>
}

export const dictionariesMethods: MethodTable<DictionariesApi> = {
  listDictionaries: () => [],
  readDictionary: ([language]) => [identifier(language)],
  addDictionary: ([language, aff, dic]) => [identifier(language), text(aff), text(dic)],
  removeDictionary: ([language]) => [identifier(language)],
}
