import type { Provider } from '../provider.ts'

/** Bandcamp: the player wants a number that only the page's own data holds. */
export const bandcamp: Provider = {
  name: 'bandcamp',
  label: 'Bandcamp',
  kind: 'audio',
  hosts: ['bandcamp.com', '*.bandcamp.com'],
  fromUrl: ({ host, segments, url }) => {
    if (host === 'bandcamp.com') {
      const id =
        segments[0] === 'EmbeddedPlayer' ? /(?:album|track)=\d+/.exec(segments.join('/'))?.[0] : undefined
      return id ? { id } : undefined
    }
    const [type, slug] = segments
    if ((type !== 'album' && type !== 'track') || !slug || !/^[\w-]+$/.test(slug)) return undefined
    const page = `https://${url.hostname}/${type}/${slug}`
    return { id: null, params: { page }, page }
  },
  fromId: id =>
    /^(?:album|track)=\d+$/.test(id) ? { id } : /^\d+$/.test(id) ? { id: `album=${id}` } : undefined,
  player: ({ id }) => `https://bandcamp.com/EmbeddedPlayer/${id}/size=large/tracklist=false/artwork=small/`,
  page: ({ id }) => `https://bandcamp.com/EmbeddedPlayer/${id}/`,
  height: 120,
  frameSources: ['https://bandcamp.com'],
}
