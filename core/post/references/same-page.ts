import { jekyllOptions, parse, toHtml } from '../../kramdown/index.ts'
import { type TextEdit, applyEdits } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import { publishedText } from './published-text.ts'

/** The HTML of a post for comparisons: Liquid stands for itself, and blank lines between blocks do not count. */
export function pageOf(source: string): string {
  const { text } = publishedText(source, splitFrontMatter(source).body)
  return toHtml(parse(text, jekyllOptions).root, jekyllOptions).replace(/\n+/g, '\n').trim()
}

/** Rendering a page takes a moment: a post in which nothing can be changed is not tried link by link. */
const mostTries = 300

export interface KeptItems<T> {
  readonly kept: readonly T[]
  /** Those that alone would change what is published. */
  readonly dropped: readonly T[]
  readonly edits: readonly TextEdit[]
}

/**
 * As many of the items as can be edited with the published page staying as it is. What kramdown makes of brackets
 * depends on the whole document, so the page is rendered and compared rather than foretold.
 *
 * @param editsFor the edits for some of the items, in their order
 */
export function keepPage<T>(
  source: string,
  items: readonly T[],
  editsFor: (items: readonly T[]) => readonly TextEdit[],
): KeptItems<T> {
  const page = pageOf(source)
  const stays = (some: readonly T[]): boolean => pageOf(applyEdits(source, editsFor(some))) === page
  let kept: readonly T[] = []
  const dropped: T[] = []
  let tries = 0
  const open: (readonly T[])[] = [items]
  for (let group = open.pop(); group; group = open.pop()) {
    if (group.length === 0) continue
    const tried = [...kept, ...group]
    if (++tries > mostTries) dropped.push(...group)
    else if (stays(tried)) kept = tried
    else if (group.length === 1) dropped.push(group[0]!)
    else {
      const half = group.length >> 1
      open.push(group.slice(half), group.slice(0, half))
    }
  }
  return { kept, dropped, edits: editsFor(kept) }
}
