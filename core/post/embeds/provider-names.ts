import type { Provider } from './provider.ts'
import { providers } from './providers/index.ts'

/** Words too common to mean the service when they are only part of a longer name. */
const commonWords = new Set(['office', 'archive', 'pitch', 'canva', 'observable', 'tweet', 'reveal'])
const shortestTellingWord = 5

/** Words of includes that lead to an item, or count something about it, and do not show it. */
const besides = new Set(
  'badge badges button buttons count download follow icon icons link links list lists menu nav share subscribe thumb thumbnail'.split(
    ' ',
  ),
)

/**
 * The provider that the name of a tag, an include or a parameter's value speaks of: `youtubePlayer.html`,
 * `embed/responsive-youtube`, `speakerdeck169`, `gist`.
 *
 * A word of its own counts; inside a longer word only what cannot be chance, as `profile` is no file.
 */
export function providerOfName(name: string): Provider | undefined {
  const words = wordsOf(name)
  if (words.some(word => besides.has(word))) return undefined
  const pairs = words.slice(1).map((word, at) => `${words[at]}${word}`)
  const whole = words.join('')
  const candidates = providers.flatMap(provider => tagWords(provider).map(word => ({ provider, word })))
  const spoken = [...words, ...pairs, whole]
  const exact = candidates.find(({ word }) => spoken.includes(word))
  if (exact) return exact.provider
  return candidates
    .filter(
      ({ word }) => word.length >= shortestTellingWord && !commonWords.has(word) && whole.includes(word),
    )
    .toSorted((a, b) => b.word.length - a.word.length)[0]?.provider
}

/** The words by which tags, includes and front-matter keys call a provider. */
export function tagWords(provider: Provider): readonly string[] {
  return provider.tagNames ?? [wordsOf(provider.name).join('')]
}

const anyAddressNames = new Set(
  'oembed embed vid video videos videoplayer videoembed embedvideo html5video localvideo audio audioplayer player media iframe slides slide deck slidedeck presentation pdf pdfviewer pdfembed responsiveembed responsiveiframe responsivevideo'.split(
    ' ',
  ),
)

/** Whether a tag or include of this name shows whatever address it is given. */
export function showsAnyAddress(name: string): boolean {
  return anyAddressNames.has(wordsOf(name).join(''))
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
}
