import { type Address, readAddress } from '../address.ts'
import { isRefusal } from '../embed.ts'
import { type Item, type Provider, type Recognised, definedParams, queryString } from '../provider.ts'
import { parseStart } from '../start-time.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** A UUID in 22 characters without 0, O, I and l. */
const shortUuid = /^[1-9A-HJ-NP-Za-km-z]{22}$/

/** PeerTube, on anyone's host: the shape of the id is the only sign. `p2p=0` keeps the viewer's address to the host. */
export const peertube: Provider = {
  name: 'peertube',
  label: 'PeerTube',
  kind: 'video',
  hosts: [],
  fromUrl,
  fromId: id => {
    const address = id.includes('/') ? readAddress(`https://${id.replace('/', '/w/')}`) : undefined
    return address && !isRefusal(address) ? fromUrl(address) : undefined
  },
  player,
  page: ({ id }) => `https://${id.replace('/', '/w/')}`,
  startIn: { param: 'start', in: 'query', name: 'start' },
  allow: 'fullscreen',
  sandbox: ['allow-same-origin', 'allow-scripts', 'allow-popups', 'allow-forms'],
  oembed: url => `${url.slice(0, url.indexOf('/', 8))}/services/oembed?url=${encodeURIComponent(url)}`,
  idInUrl: id => id.slice(id.indexOf('/') + 1),
  hostInId: id => id.slice(0, id.indexOf('/')),
}

function fromUrl(address: Address): Recognised | undefined {
  const [first, second, third] = address.segments
  const id =
    first === 'w'
      ? second
      : first === 'videos' && (second === 'watch' || second === 'embed')
        ? third
        : undefined
  if (!id || !(uuid.test(id) || shortUuid.test(id))) return undefined
  return {
    id: `${address.url.hostname}/${id}`,
    params: definedParams({
      start: parseStart(address.query('start')),
      stop: parseStart(address.query('stop')),
    }),
  }
}

function player({ id, params }: Item): string {
  const query = queryString({ start: params['start'], stop: params['stop'], p2p: 0 })
  return `https://${id.replace('/', '/videos/embed/')}${query}`
}
