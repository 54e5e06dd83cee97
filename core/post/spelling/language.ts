import { readFrontMatter } from '../front-matter/read-front-matter.ts'

/** What the dictionary in the app is for. */
export const usualLanguage = 'en'

/**
 * The language a post is to be spelled in: its own `lang` (or `language`, `locale`), else the site's, else English.
 *
 * @returns a tag such as `de` or `pt-br`, in small letters
 */
export function spellingLanguage(source: string, siteLanguage = ''): string {
  const { lang, language, locale } = readFrontMatter(source).data
  return tagOf(lang ?? language ?? locale) ?? tagOf(siteLanguage) ?? usualLanguage
}

/** `de_AT.UTF-8` is `de-at`; undefined for what is no language. */
export function tagOf(written: unknown): string | undefined {
  if (typeof written !== 'string') return undefined
  return /^[a-z]{2,3}(?![a-z\d])(?:[-_][a-z\d]{2,8})*/i
    .exec(written.trim())?.[0]
    .toLowerCase()
    .replaceAll('_', '-')
}

/** The one for this very language, else one of the same without or with another country. */
export function bestDictionary(language: string, dictionaries: readonly string[]): string | undefined {
  const primary = (tag: string): string | undefined => tag.split('-')[0]
  return (
    dictionaries.find(tag => tag === language) ?? dictionaries.find(tag => primary(tag) === primary(language))
  )
}
