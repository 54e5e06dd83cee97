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
  const same = now.length === embeds.length ? now[index] : now.find(found => isSame(found, shown))
  return same && isSame(same, shown) ? same : undefined
}

export function embedsIn(source: string, house: HouseStyle | undefined): FoundEmbed[] {
  return findEmbeds(source, house && { includes: house.includes })
}

function isSame(a: FoundEmbed, b: FoundEmbed): boolean {
  return a.form === b.form && a.embed.provider === b.embed.provider && a.embed.id === b.embed.id
}
