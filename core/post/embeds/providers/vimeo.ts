import type { Address } from '../address.ts'
import { type Item, type Provider, type Recognised, definedParams } from '../provider.ts'
import { parseStart } from '../start-time.ts'

const number = /^\d{1,12}$/
const unlistedHash = /^[0-9a-f]{8,12}$/

/** Vimeo. An unlisted video's hash goes into `h=`: the player answers 404 to the path form. */
export const vimeo: Provider = {
  name: 'vimeo',
  label: 'Vimeo',
  kind: 'video',
  hosts: ['vimeo.com', '*.vimeo.com'],
  fromUrl,
  fromId: id => {
    if (/^(?:showcase|event)\/\d{1,12}$/.test(id)) return { id }
    const match = /^(\d{1,12})(?:[/:?](?:h=)?([0-9a-f]{8,12}))?$/.exec(id)
    return match ? { id: match[1]!, params: definedParams({ hash: match[2] }) } : undefined
  },
  player,
  page: ({ id, params }) =>
    `https://vimeo.com/${id}${typeof params['hash'] === 'string' ? `/${params['hash']}` : ''}`,
  startIn: { param: 'start', in: 'fragment', name: 't', write: seconds => `${seconds}s` },
  allow: 'autoplay; fullscreen; picture-in-picture; clipboard-write; encrypted-media',
  frameSources: ['https://player.vimeo.com', 'https://vimeo.com'],
  sandbox: [
    'allow-scripts',
    'allow-same-origin',
    'allow-presentation',
    'allow-popups',
    'allow-popups-to-escape-sandbox',
  ],
  oembed: url => `https://vimeo.com/api/oembed.json?url=${encodeURIComponent(url)}`,
}

function fromUrl(address: Address): Recognised | undefined {
  const path = address.segments
  const start = parseStart(address.query('t'))
  if (path[0] === 'moogaloop.swf') return withId(address.query('clip_id'), undefined, start)
  const [first, second] = path
  if (first === 'manage' || first?.startsWith('user')) return undefined
  if (first !== undefined && number.test(first)) return withId(first, second ?? address.query('h'), start)
  const video = path.findIndex(part => part === 'video' || part === 'videos')
  if (video >= 0) return withId(path[video + 1], path[video + 2] ?? address.query('h'), start)
  if ((first === 'showcase' || first === 'album' || first === 'event') && second && number.test(second))
    return { id: `${first === 'album' ? 'showcase' : first}/${second}` }
  const inCollection = first === 'channels' || first === 'ondemand' || first === 'groups'
  return inCollection ? withId(path[2], path[3] ?? address.query('h'), start) : undefined
}

function withId(id: string | undefined, hash: string | undefined, start: number | undefined) {
  if (id === undefined || !number.test(id)) return undefined
  return { id, params: definedParams({ hash: hash && unlistedHash.test(hash) ? hash : undefined, start }) }
}

function player({ id, params }: Item): string {
  if (id.includes('/')) return `https://vimeo.com/${id}/embed`
  const hash = typeof params['hash'] === 'string' ? `h=${params['hash']}&` : ''
  const start = typeof params['start'] === 'number' ? `#t=${params['start']}s` : ''
  return `https://player.vimeo.com/video/${id}?${hash}dnt=1${start}`
}
