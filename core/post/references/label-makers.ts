/** One way authors make a label of the words of a link and its address; undefined where it makes none of these. */
export type LabelMaker = (words: readonly string[], text: string, url: string) => string | undefined

const longest = 24
const small = new Set(
  (
    'a an the and or of on in at to for from with by my our your his her its their this that these those is are was ' +
    'der die das und le la les de des et el los y'
  ).split(' '),
)

export const labelMakers: readonly LabelMaker[] = [
  firstWords,
  (_, text) => text,
  (_, text) => text.toLowerCase(),
  words => joined(words, ' ', longest),
  words => firstMeaning(words, 1),
  words => firstMeaning(words, 2),
  words => meaning(words).at(-1)?.toLowerCase(),
  words => lastTwo(words),
  words => joined(words, '', longest),
  words => initials(words),
  words => initials(words)?.toLowerCase(),
  (_, __, url) => hostName(url),
  (_, __, url) => pathName(url),
  (words, _, url) => prefixed(hostName(url), meaning(words).at(-1)),
  (words, _, url) => prefixed(meaning(words)[0], pathName(url)),
]

/** The words in lower case, joined by `-`, as many as fit. */
export function firstWords(words: readonly string[]): string | undefined {
  return joined(words, '-', longest)
}

/** The words of a link without their markup. */
export function wordsOf(text: string): string[] {
  return plainWords(text)
    .split(/\s+/)
    .filter(word => /[\p{L}\p{N}]/u.test(word))
}

/** Text as a label could repeat it: without quotes and marks of emphasis or code. */
export function plainWords(text: string): string {
  return text
    .replace(/!?\[|\]\([^)]*\)|\]\[[^\]]*\]|[`*_<>"“”\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function joined(words: readonly string[], separator: string, limit: number): string | undefined {
  const kept: string[] = []
  for (const word of words.map(plainWord)) {
    if (kept.length > 0 && [...kept, word].join(separator).length > limit) break
    kept.push(word)
  }
  return kept.join(separator) || undefined
}

function plainWord(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+]+$|[^\p{L}\p{N}.+'’/-]+/gu, '')
}

function meaning(words: readonly string[]): string[] {
  const kept = words.map(plainWord).filter(word => word !== '' && !small.has(word))
  return kept.length > 0 ? kept : words.map(plainWord)
}

function firstMeaning(words: readonly string[], count: number): string | undefined {
  return meaning(words).slice(0, count).join('-') || undefined
}

function lastTwo(words: readonly string[]): string | undefined {
  return meaning(words).slice(-2).join('-') || undefined
}

function initials(words: readonly string[]): string | undefined {
  if (words.length < 2) return undefined
  return words
    .filter(word => !small.has(word.toLowerCase()))
    .map(word => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '')
    .join('')
    .toUpperCase()
}

/** `example` of `https://www.example.org/`. */
export function hostName(url: string): string | undefined {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:www\.)?([^/:?#]+)/i.exec(url)?.[1]?.split('.')
  return host?.[Math.max(host.length - 2, 0)]?.toLowerCase()
}

/** The last part of the path, without extension. */
function pathName(url: string): string | undefined {
  const path = /^(?:[a-z][a-z0-9+.-]*:\/\/[^/?#]+)?([^?#]*)/i.exec(url)?.[1] ?? ''
  const last = path.replace(/\/+$/, '').split('/').at(-1) ?? ''
  return last.replace(/\.[a-z0-9]{2,5}$/i, '').toLowerCase() || undefined
}

function prefixed(first: string | undefined, second: string | undefined): string | undefined {
  return first && second && first !== second ? `${first}-${second}` : undefined
}
