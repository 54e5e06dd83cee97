import { readFrontMatter } from '../front-matter/read-front-matter.ts'
import { findUpdates } from './find-updates.ts'
import { languageOfMarker } from './languages.ts'

/**
 * The language a post is written in, as far as it or its author's other posts tell: by a field such as `lang`, else by
 * the word that heads an update.
 *
 * @param posts the author's other posts, newest first
 */
export function languageOfPost(source: string, posts: readonly string[] = []): string | undefined {
  const own = languageField(source)
  if (own !== undefined) return own
  for (const post of [source, ...posts]) {
    // `Update` and `Edit` are everybody's words.
    const [told] = findUpdates(post).updates.map(update => languageOfMarker(update.word).language)
    if (told !== undefined && told !== 'en') return told
  }
  return posts.map(languageField).find(language => language !== undefined)
}

function languageField(source: string): string | undefined {
  const { data } = readFrontMatter(source)
  const told = ['lang', 'language', 'locale'].map(name => data[name])
  return told.find((value): value is string => typeof value === 'string' && value !== '')
}
