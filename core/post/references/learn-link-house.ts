import { normaliseLinkId } from '../../kramdown/index.ts'
import { type LabelExample, type LabelGuess, bestOfEach, learnLabelStyle } from './label-style.ts'
import { type LinkFact, type LinkHabits, type PostLinkFacts, linkFactsOf } from './link-facts.ts'
import { type LinkHouse, plainHouse } from './link-house.ts'
import { hasLiquid } from './liquid-address.ts'

/** Learns how an author writes links. @param posts sources, the newest first */
export function learnLinkHouse(posts: readonly string[]): LinkHouse {
  return learnFromFacts(posts.map(source => linkFactsOf('', source)))
}

/** The same, of posts whose links are read already. */
export function learnFromFacts(posts: readonly PostLinkFacts[]): LinkHouse {
  const examples = posts.map(({ links }) => examplesIn(links))
  if (examples.every(each => each.length === 0)) return plainHouse
  const count = (habit: keyof LinkHabits): number => posts.reduce((sum, { habits }) => sum + habits[habit], 0)
  return {
    labelsFor: learnLabels(examples),
    sameWords: mostOf({ collapsed: count('collapsed'), shortcut: count('shortcut'), full: count('full') }),
    place: count('blocksWithin') > count('blocksAtEnd') ? 'section' : 'end',
    inAngles: count('angled') > count('bare'),
  }
}

function mostOf(counts: Readonly<Record<LinkHouse['sameWords'], number>>): LinkHouse['sameWords'] {
  const most = Math.max(...Object.values(counts))
  if (most === 0) return plainHouse.sameWords
  if (counts.collapsed === most) return 'collapsed'
  return counts.shortcut === most ? 'shortcut' : 'full'
}

/** Labels the author gave an address before, and labels as the author makes them. */
function learnLabels(examples: readonly (readonly LabelExample[])[]): LinkHouse['labelsFor'] {
  const style = learnLabelStyle(examples.flat())
  const memory = learnMemory(examples.flat())
  return (text, url) => bestOfEach([...memory(text, url), ...style(text, url)]).map(({ label }) => label)
}

/** Each label of a post once, with the words of its first link. */
function examplesIn(links: readonly LinkFact[]): LabelExample[] {
  const first = new Map<string, LabelExample>()
  for (const { label, text, url } of links)
    if (label !== undefined && !first.has(label)) first.set(label, { label, text, url })
  return [...first.values()]
}

/** How much likelier a label is that stood with the same words. */
const sameWordsWeight = 4

/** What addresses were called, weighed by how far this author calls an address always the same. */
function learnMemory(examples: readonly LabelExample[]): (text: string, url: string) => LabelGuess[] {
  const byAddress = new Map<string, LabelExample[]>()
  for (const example of examples) {
    const key = sameAddress(example.url)
    const known = byAddress.get(key)
    if (known) known.push(example)
    else byAddress.set(key, [example])
  }
  const faithful = faithfulness([...byAddress.values()])
  return (text, url) => {
    const id = normaliseLinkId(text)
    const weights = new Map<string, number>()
    for (const example of byAddress.get(sameAddress(url)) ?? []) {
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
  for (const examples of addresses.filter(each => each.length > 1))
    for (const [index, { label }] of examples.entries()) {
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
