import { type FoundEmbed, type HouseStyle, findEmbeds } from '../../core/post/index.ts'

/** One embed of those a panel shows, and how the author writes embeds once that is known. */
export interface PanelEmbed {
  readonly embeds: readonly FoundEmbed[]
  readonly index: number
  readonly house: HouseStyle | undefined
}

/** The embed as it stands in the text now; the panel shows a text that may be a moment old. */
export function embedNow(source: string, { embeds, index, house }: PanelEmbed): FoundEmbed | undefined {
  const shown = embeds[index]!
  const now = embedsIn(source, house)
  // As many as shown: the one at this place is it, also when its item was swapped a moment ago.
  if (now.length === embeds.length) return isAlike(now[index]!, shown) ? now[index] : undefined
  const same = now.filter(found => isAlike(found, shown) && found.embed.id === shown.embed.id)
  return same.length === 1 ? same[0] : undefined
}

export function embedsIn(source: string, house: HouseStyle | undefined): FoundEmbed[] {
  return findEmbeds(source, house && { includes: house.includes })
}

function isAlike(a: FoundEmbed, b: FoundEmbed): boolean {
  return a.form === b.form && a.embed.provider === b.embed.provider
}
