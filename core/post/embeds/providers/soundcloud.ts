import { type Address, readAddress } from '../address.ts'
import { isRefusal } from '../embed.ts'
import type { Provider, Recognised } from '../provider.ts'

const track = /^[\w-]+\/(?:sets\/)?[\w-]+(?:\/s-\w+)?$/
const inApi = /^(?:tracks|playlists|users)\/\d+$/
const servicePages = new Set(
  'charts discover feed jobs mobile pages people popular search stations stream tags terms-of-use upload you'.split(
    ' ',
  ),
)

/** SoundCloud. Its widget takes a page's address, so nothing has to be looked up. */
export const soundcloud: Provider = {
  name: 'soundcloud',
  label: 'SoundCloud',
  kind: 'audio',
  hosts: [
    'soundcloud.com',
    'm.soundcloud.com',
    'w.soundcloud.com',
    'api.soundcloud.com',
    'player.soundcloud.com',
    'on.soundcloud.com',
  ],
  fromUrl,
  fromId: id =>
    inApi.test(id) || track.test(id) ? { id } : /^\d+$/.test(id) ? { id: `tracks/${id}` } : undefined,
  player: ({ id }) => `https://w.soundcloud.com/player/?url=${encodeURIComponent(pageOrApi(id))}`,
  page: ({ id }) => pageOrApi(id),
  // A set lists its tracks.
  height: ({ id }) => (/^playlists\/|\/sets\//.test(id) ? 450 : 166),
  allow: 'autoplay',
  frameSources: ['https://w.soundcloud.com'],
  oembed: url => `https://soundcloud.com/oembed?format=json&url=${encodeURIComponent(url)}`,
  idInArgument: id => id.replace(/^tracks\//, ''),
}

function fromUrl(address: Address): Recognised | undefined {
  const path = address.segments
  if (address.host === 'on.soundcloud.com')
    return path[0] ? { id: null, params: { short: true }, page: address.url.href } : undefined
  if (address.host === 'w.soundcloud.com' || address.host === 'player.soundcloud.com') {
    const inner = readAddress(address.query('url') ?? '')
    const nested = !isRefusal(inner) && /^(?:api\.|m\.)?soundcloud\.com$/.test(inner.host)
    return nested ? fromUrl(inner) : undefined
  }
  const id = path.join('/')
  if (address.host === 'api.soundcloud.com') {
    const resource = id.replace(/^v2\//, '').replace(/soundcloud:(?:tracks|playlists):/, '')
    return inApi.test(resource) ? { id: resource } : undefined
  }
  return track.test(id) && !servicePages.has(path[0]!) ? { id } : undefined
}

function pageOrApi(id: string): string {
  return inApi.test(id) ? `https://api.soundcloud.com/${id}` : `https://soundcloud.com/${id}`
}
