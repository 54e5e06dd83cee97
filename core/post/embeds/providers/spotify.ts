import type { Address } from '../address.ts'
import type { Provider, Recognised } from '../provider.ts'

const types = new Set(['track', 'album', 'artist', 'playlist', 'show', 'episode'])
const item = /^[A-Za-z0-9]{22}$/

/** Spotify, by address or by its own `spotify:` name. */
export const spotify: Provider = {
  name: 'spotify',
  label: 'Spotify',
  kind: 'audio',
  hosts: ['open.spotify.com', 'play.spotify.com', 'embed.spotify.com', 'spotify.link'],
  fromUrl,
  fromId: id => fromParts(id.replace(/^spotify:/, '').split(/[:/]/)),
  player: ({ id }) => `https://open.spotify.com/embed/${id}`,
  page: ({ id }) => `https://open.spotify.com/${id}`,
  // One recording is a line with its cover; everything else is a list.
  height: ({ id }) => (/^(?:track|episode)\//.test(id) ? 152 : 352),
  allow: 'encrypted-media; fullscreen; clipboard-write',
  frameSources: ['https://open.spotify.com'],
  oembed: url => `https://open.spotify.com/oembed?url=${encodeURIComponent(url)}`,
}

function fromUrl(address: Address): Recognised | undefined {
  if (address.host === 'spotify.link')
    return address.segments[0] ? { id: null, params: { short: true }, page: address.url.href } : undefined
  const uri = address.query('uri')
  if (uri?.startsWith('spotify:')) return fromParts(uri.split(':').slice(1))
  return fromParts(address.segments.filter(part => !/^intl-[a-z]{2}$|^embed(?:-podcast)?$/.test(part)))
}

function fromParts(parts: readonly string[]): Recognised | undefined {
  // An old playlist stands below its owner: user/NAME/playlist/ID.
  const [type, id] = parts[0] === 'user' ? parts.slice(2) : parts
  return type && id && types.has(type) && item.test(id) ? { id: `${type}/${id}` } : undefined
}
