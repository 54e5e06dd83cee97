import { normaliseLinkId } from '../../kramdown/index.ts'
import { definitionBlocks } from './definition-blocks.ts'
import { type LabelExample, type LabelGuess, bestOfEach, learnLabelStyle } from './label-style.ts'
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
  return learnFromLinks(posts.map(source => ({ source, links: readLinks(source) })))
}

/** The same, of posts whose links are read already. */
export function learnFromLinks(read: readonly PostLinks[]): LinkHouse {
  const references = read.flatMap(({ links }) => links.uses.filter(use => use.definition !== undefined))
  if (references.length === 0) return plainHouse
  return {
    labelsFor: learnLabels(read),
    sameWords: sameWordsStyle(references),
    place: placeOf(read),
    inAngles: moreThanHalf(
      read.flatMap(({ source, links }) =>
        links.definitions.map(({ urlSpan }) => source[urlSpan.from - 1] === '<'),
      ),
    ),
  }
}

/** Labels the author gave an address before, and labels as the author makes them. */
function learnLabels(posts: readonly PostLinks[]): LinkHouse['labelsFor'] {
  const examples = posts.map(({ links }) => examplesIn(links))
  const style = learnLabelStyle(examples.flat())
  const memory = learnMemory(examples)
  return (text, url) => bestOfEach([...memory(text, url), ...style(text, url)]).map(({ label }) => label)
}

/** Each definition once, with the words of its first link. */
function examplesIn({ definitions, uses }: LinkModel): LabelExample[] {
  return definitions.flatMap(definition => {
    const use = uses.find(each => each.definition === definition)
    return use ? [{ label: definition.label, text: use.text, url: definition.url }] : []
  })
}

/** How much likelier a label is that stood with the same words. */
const sameWordsWeight = 4

/** What addresses were called, weighed by how far this author calls an address always the same. */
function learnMemory(
  posts: readonly (readonly LabelExample[])[],
): (text: string, url: string) => LabelGuess[] {
  const byAddress = new Map<string, LabelExample[]>()
  for (const example of posts.flat()) {
    const key = sameAddress(example.url)
    const known = byAddress.get(key)
    if (known) known.push(example)
    else byAddress.set(key, [example])
  }
  const faithful = faithfulness([...byAddress.values()])
  return (text, url) => {
    const id = normaliseLinkId(text)
    const known = byAddress.get(sameAddress(url)) ?? []
    const weights = new Map<string, number>()
    for (const example of known) {
      const weight = normaliseLinkId(example.text) === id ? sameWordsWeight : 1
      weights.set(example.label, (weights.get(example.label) ?? 0) + weight)
    }
    const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
    return [...weights].map(([label, weight]) => ({ label, likelihood: (faithful * weight) / total }))
  }
}

/** How often an address that was linked before got a label it had before. */
function faithfulness(addresses: readonly (readonly LabelExample[])[]): number {
  let again = 0
  let same = 0
  for (const examples of addresses)
    for (const [index, { label }] of examples.entries()) {
      if (examples.length < 2) continue
      again++
      const others = examples.filter((_, other) => other !== index)
      if (others.some(other => normaliseLinkId(other.label) === normaliseLinkId(label))) same++
    }
  return (same + 2) / (again + 3)
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
