import type { Address } from '../address.ts'
import { type Item, type Provider, type Recognised } from '../provider.ts'

const did = /^did:(?:plc:[a-z2-7]{24}|plc:[a-z0-9]+|web:[\w.:-]+)$/
const handle = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/
const recordKey = /^[\w.~:-]{3,}$/

/** Bluesky. The frame takes a DID only; a handle has to be asked about. */
export const bluesky: Provider = {
  name: 'bluesky',
  label: 'Bluesky',
  kind: 'social',
  hosts: ['bsky.app', 'embed.bsky.app'],
  tagNames: ['bluesky', 'bsky'],
  fromUrl: ({ host, segments }: Address) => {
    const [first, actor, third, key] = segments
    if (host === 'embed.bsky.app')
      return first === 'embed' && third === 'app.bsky.feed.post' ? post(actor, key) : undefined
    return first === 'profile' && third === 'post' ? post(actor, key) : undefined
  },
  fromId: text => {
    const uri = /^at:\/\/([^/]+)\/app\.bsky\.feed\.post\/([^/?#]+)$/.exec(text)
    const [actor, key] = uri ? [uri[1], uri[2]] : text.split('/')
    return post(actor, key)
  },
  player: ({ id }) => `https://embed.bsky.app/embed/${id.replace('/', '/app.bsky.feed.post/')}`,
  page: ({ id }: Item) => `https://bsky.app/profile/${id.replace('/', '/post/')}`,
  height: 500,
  playsOnceAsked: true,
  frameSources: ['https://embed.bsky.app'],
  sandbox: ['allow-scripts', 'allow-same-origin', 'allow-popups', 'allow-popups-to-escape-sandbox'],
  oembed: url => `https://embed.bsky.app/oembed?url=${encodeURIComponent(url)}`,
}

function post(actor: string | undefined, key: string | undefined): Recognised | undefined {
  if (!actor || !key || !recordKey.test(key)) return undefined
  if (did.test(actor)) return { id: `${actor}/${key}` }
  return handle.test(actor) ? { id: `${actor}/${key}`, offline: false } : undefined
}
