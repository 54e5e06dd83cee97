import { type Element, parse } from '../../kramdown/index.ts'
import { sliceSpan } from '../../text/index.ts'
import type { Banner } from './update.ts'

/** The banner as its readers see it: `Updated: 14 July (see below)`, without marks of emphasis or a link’s address. */
export function bannerWords({ text }: Banner): string {
  const wordsIn = ({ children, span }: Element): string =>
    children.length === 0 ? sliceSpan(text, span) : children.map(wordsIn).join('')
  return wordsIn(parse(text).root).trim()
}
