import type { Provider } from '../provider.ts'

/** Beautiful.ai: the player's address plays, the deck's page does not hold the player's id. */
export const beautifulAi: Provider = {
  name: 'beautiful.ai',
  label: 'Beautiful.ai',
  kind: 'slides',
  hosts: ['beautiful.ai'],
  tagNames: ['beautifulai'],
  fromUrl: ({ segments: [first, id] }) => {
    if (!id || !/^[\w-]{10,}$/.test(id)) return undefined
    if (first === 'player') return { id }
    return first === 'deck'
      ? { id: null, params: { deck: id }, page: `https://www.beautiful.ai/deck/${id}` }
      : undefined
  },
  fromId: id => (/^[\w-]{10,}$/.test(id) ? { id } : undefined),
  player: ({ id }) => `https://www.beautiful.ai/player/${id}`,
  page: ({ id }) => `https://www.beautiful.ai/player/${id}`,
  allow: 'autoplay; encrypted-media; fullscreen',
  frameSources: ['https://www.beautiful.ai'],
  oembed: url => `https://www.beautiful.ai/api/oembed?url=${encodeURIComponent(url)}`,
}
