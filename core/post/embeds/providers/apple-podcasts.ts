import { type Provider, definedParams } from '../provider.ts'

const show = /^id(\d+)$/

/** Apple Podcasts: a show, or with `i` one of its episodes. */
export const applePodcasts: Provider = {
  name: 'apple-podcasts',
  label: 'Apple Podcasts',
  kind: 'audio',
  hosts: ['podcasts.apple.com', 'embed.podcasts.apple.com'],
  tagNames: ['applepodcast', 'applepodcasts'],
  fromUrl: address => {
    const at = address.segments.findIndex(part => show.test(part))
    if (at < 0 || !address.segments.includes('podcast')) return undefined
    const path = address.segments
      .slice(0, at + 1)
      .map(encodeURIComponent)
      .join('/')
    const episode = address.query('i')
    const i = episode && /^\d+$/.test(episode) ? episode : undefined
    const tail = `${path}${i ? `?i=${i}` : ''}`
    return {
      id: show.exec(address.segments[at]!)![1]!,
      params: definedParams({ i }),
      src: `https://embed.podcasts.apple.com/${tail}`,
      page: `https://podcasts.apple.com/${tail}`,
    }
  },
  fromId: id => (/^(?:id)?\d{6,12}$/.test(id) ? { id: id.replace('id', '') } : undefined),
  player: ({ id, params }) =>
    `https://embed.podcasts.apple.com/podcast/id${id}${params['i'] ? `?i=${params['i']}` : ''}`,
  page: ({ id, params }) =>
    `https://podcasts.apple.com/podcast/id${id}${params['i'] ? `?i=${params['i']}` : ''}`,
  // A show lists its episodes.
  height: ({ params }) => (params['i'] ? 175 : 450),
  allow: 'autoplay *; encrypted-media *',
  frameSources: ['https://embed.podcasts.apple.com'],
  oembed: url => `https://podcasts.apple.com/api/oembed?url=${encodeURIComponent(url)}`,
}
