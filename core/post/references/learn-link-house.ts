import { normaliseLinkId } from '../../kramdown/index.ts'
import { definitionBlocks } from './definition-blocks.ts'
import { learnLabelStyle } from './label-style.ts'
import { type LinkHouse, plainHouse } from './link-house.ts'
import { type LinkModel, type LinkUse, readLinks } from './link-model.ts'
import { hasLiquid } from './liquid-address.ts'

/** One post's part in what is known of an author's links. */
export interface PostLinks {
  readonly source: string
  readonly links: LinkModel
}

/** Learns how an author writes links. @param posts sources, the newest first */
export function learnLinkHouse(posts: readonly string[]): LinkHouse {
  const read = posts.map(source => ({ source, links: readLinks(source) }))
  const references = read.flatMap(({ links }) => links.uses.filter(use => use.definition !== undefined))
  if (references.length === 0) return plainHouse
  return {
    ...learnLabelStyle(references),
    labelsFor: labelMemory(references),
    sameWords: sameWordsStyle(references),
    place: placeOf(read),
    inAngles: moreThanHalf(
      read.flatMap(({ source, links }) =>
        links.definitions.map(({ urlSpan }) => source[urlSpan.from - 1] === '<'),
      ),
    ),
  }
}

/** Which labels an address was given: for the same words first, then the most used, then the newest. */
function labelMemory(references: readonly LinkUse[]): LinkHouse['labelsFor'] {
  const byAddress = new Map<string, { readonly label: string; readonly text: string }[]>()
  for (const { definition, text } of references) {
    const key = sameAddress(definition!.url)
    const known = byAddress.get(key)
    const entry = { label: definition!.label, text: normaliseLinkId(text) }
    if (known) known.push(entry)
    else byAddress.set(key, [entry])
  }
  return (url, text) => {
    const id = normaliseLinkId(text)
    const counts = new Map<string, number>()
    for (const entry of byAddress.get(sameAddress(url)) ?? [])
      counts.set(entry.label, (counts.get(entry.label) ?? 0) + (entry.text === id ? 100 : 1))
    return [...counts].toSorted((a, b) => b[1] - a[1]).map(([label]) => label)
  }
}

/** Addresses that lead to one page: `http` or `https`, with `www.` or a slash at the end or without. */
export function sameAddress(url: string): string {
  if (hasLiquid(url)) return url
  return url.replace(/^https?:\/\/(?:www\.)?/i, '//').replace(/\/$/, '')
}

function sameWordsStyle(references: readonly LinkUse[]): LinkHouse['sameWords'] {
  const short = references.filter(
    ({ style, text, definition }) => style !== 'full' || normaliseLinkId(text) === definition!.id,
  )
  const count = (style: LinkUse['style']): number => short.filter(use => use.style === style).length
  if (short.length === 0) return plainHouse.sameWords
  const most = Math.max(count('collapsed'), count('shortcut'), count('full'))
  if (count('collapsed') === most) return 'collapsed'
  return count('shortcut') === most ? 'shortcut' : 'full'
}

/** Whether posts keep their definitions at the end, or have blocks between their sections. */
function placeOf(posts: readonly PostLinks[]): LinkHouse['place'] {
  const blocks = posts.flatMap(({ source, links }) =>
    definitionBlocks(source, links).map(block => source.slice(block.to).trim() === ''),
  )
  return moreThanHalf(blocks.map(atEnd => !atEnd)) ? 'section' : 'end'
}

function moreThanHalf(facts: readonly boolean[]): boolean {
  return facts.filter(Boolean).length * 2 > facts.length
}
