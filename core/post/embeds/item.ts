import type { Embed } from './embed.ts'
import type { Item, Provider } from './provider.ts'
import { providerNamed } from './providers/index.ts'

/** An embed whose id is known, with its provider; undefined for cards, frames of strangers and pending ones. */
export function itemOf(embed: Embed): { readonly provider: Provider; readonly item: Item } | undefined {
  const provider = providerNamed(embed.provider)
  if (!provider || embed.id === null || !embed.offlineResolvable) return undefined
  return {
    provider,
    item: {
      id: embed.id,
      params: embed.params,
      ...(embed.title !== undefined && { title: embed.title }),
      ...(embed.ratio !== undefined && { ratio: embed.ratio }),
    },
  }
}

/** What a screen reader should call it: the title, else what it is. */
export function titleOf(embed: Embed): string {
  if (embed.title) return embed.title
  const word = words[embed.kind] ?? 'Page'
  if (embed.provider === 'file') return word
  if (embed.provider === 'pdf') return 'Slides (PDF)'
  if (embed.params['selfHosted'] === true) return 'Terminal recording'
  const host = /^https?:\/\/(?:www\.)?([^/?#]+)/.exec(embed.pageUrl ?? '')?.[1]
  const where = providerNamed(embed.provider)?.label ?? host
  return where === undefined ? word : `${word} on ${where}`
}

const words: Partial<Record<Embed['kind'], string>> = {
  video: 'Video',
  slides: 'Slides',
  audio: 'Recording',
  code: 'Code',
  social: 'Post',
  image: 'Picture',
}
