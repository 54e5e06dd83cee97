/** What Jekyll reads from a post's file name: `2015-07-04-unikernels-polyconf.md`. */
export interface PostFileName {
  /** ISO day; undefined for drafts. */
  readonly date: string | undefined
  readonly slug: string
  /** With its dot. */
  readonly extension: string
}

/**
 * Reads a file name, without its folders.
 *
 * Jekyll lib/jekyll/document.rb, DATE_FILENAME_MATCHER; two digits of a year count from 2000.
 */
export function parseFileName(name: string): PostFileName {
  const extension = /\.[^.]*$/.exec(name)?.[0] ?? ''
  const stem = name.slice(0, name.length - extension.length)
  const match = /^(\d{2,4})-(\d{1,2})-(\d{1,2})-(.*)$/.exec(stem)
  if (!match) return { date: undefined, slug: stem, extension }
  const [, year = '', month = '', day = '', slug = ''] = match
  return {
    date: `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    slug,
    extension,
  }
}

/** The day in a file name, ISO; undefined for drafts. */
export function dateInFileName(name: string): string | undefined {
  return parseFileName(name).date
}

export function writeFileName({ date, slug, extension }: PostFileName): string {
  return `${date === undefined ? '' : `${date}-`}${slug}${extension}`
}

/** Letters that decomposition does not turn into plain ones. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  å: 'a',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

const longestSlug = 80

/**
 * A title as part of a file name and an address: lower case, words joined by `-`. Accents go from Latin letters;
 * other scripts stay, as Jekyll keeps them.
 */
export function slugFromTitle(title: string): string {
  const plain = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/(?<=[a-z])\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[ßæœøåłđðþı]/g, letter => plainLetters[letter] ?? letter)
    .replace(/['’]/g, '')
  const slug = plain.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
  if (slug.length <= longestSlug) return slug || 'talk'
  const lastHyphen = slug.lastIndexOf('-', longestSlug)
  return slug.slice(0, lastHyphen > 0 ? lastHyphen : longestSlug)
}
