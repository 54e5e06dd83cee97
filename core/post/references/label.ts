import { normaliseLinkId } from '../../kramdown/index.ts'
import { type Span, sliceSpan } from '../../text/index.ts'
import { type LinkHouse, plainHouse } from './link-house.ts'
import type { LinkModel } from './link-model.ts'
import type { LinkTarget } from './write-link.ts'

/** Whether a label is free for a target in this post. */
export type IsFree = (label: string, target: LinkTarget) => boolean

/** A label further down the list says less than the first one with a number. */
const worthTrying = 3

/**
 * A label for a new definition: one the author gave this address before, else one made of the words as the author
 * makes them; with a number where it is taken by another address, or where it would make links of words in brackets.
 */
export function proposeLabel(
  text: string,
  url: string,
  links: LinkModel,
  { house = plainHouse, isFree }: { readonly house?: LinkHouse; readonly isFree?: IsFree } = {},
): string {
  const free = isFree ?? labelsFreeIn(links)
  const target = { url, title: undefined }
  const proposed = proposeLabels(text, url, house)
  return (
    proposed.slice(0, worthTrying).find(label => free(label, target)) ??
    numbered(proposed[0] ?? 'link', label => free(label, target))
  )
}

/** All labels worth proposing, best first, whether taken or not. */
export function proposeLabels(text: string, url: string, house: LinkHouse = plainHouse): string[] {
  return house.labelsFor(text, url).map(singleLine).filter(isLabel)
}

function singleLine(label: string): string {
  return label.replace(/\s+/g, ' ').trim()
}

/** What kramdown takes as a label, and not as a footnote's mark. */
export function isLabel(label: string): boolean {
  return /^(?!\^)[^[\]\r\n]+$/.test(label) && label.trim() !== ''
}

/** Free is what stands for nothing else here: no other target, and no words in brackets. */
export function labelsFreeIn(links: LinkModel, bracketed: ReadonlySet<string> = new Set()): IsFree {
  return (label, { url, title }) => {
    const known = links.find(label)
    if (known) return known.url === url && known.title === title
    return !bracketed.has(normaliseLinkId(label))
  }
}

/** Words in brackets that are no links only because no label is called so. */
export function bracketedWords(source: string, places: readonly Span[]): Set<string> {
  return new Set(
    places.flatMap(place =>
      [...sliceSpan(source, place).matchAll(/\[([^[\]]*)\]/g)].map(match => normaliseLinkId(match[1]!)),
    ),
  )
}

function numbered(base: string, isFree: (label: string) => boolean): string {
  let label = base
  for (let number = 2; !isFree(label); number++) label = `${base}-${number}`
  return label
}
