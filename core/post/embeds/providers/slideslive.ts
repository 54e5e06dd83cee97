import type { Provider } from '../provider.ts'

/** SlidesLive: video and slides side by side. */
export const slideslive: Provider = {
  name: 'slideslive',
  label: 'SlidesLive',
  kind: 'video',
  hosts: ['slideslive.com'],
  fromUrl: ({ segments }) => {
    const id = segments[0] === 'embed' && segments[1] === 'presentation' ? segments[2] : segments[0]
    return id && /^\d{5,12}$/.test(id) ? { id } : undefined
  },
  fromId: id => (/^\d{5,12}$/.test(id) ? { id } : undefined),
  player: ({ id }) => `https://slideslive.com/embed/presentation/${id}`,
  page: ({ id }) => `https://slideslive.com/${id}`,
  allow: 'autoplay; encrypted-media; fullscreen',
  frameSources: ['https://slideslive.com'],
}
