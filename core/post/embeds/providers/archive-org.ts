import { type Provider, definedParams, queryString } from '../provider.ts'
import { parseStart } from '../start-time.ts'

const item = /^[A-Za-z0-9][\w.-]*$/

/** Internet Archive. `ID&playlist=1` in the path is a common mistake for a query. */
export const archiveOrg: Provider = {
  name: 'archive.org',
  label: 'Internet Archive',
  kind: 'video',
  hosts: ['archive.org'],
  tagNames: ['archiveorg', 'archive', 'internetarchive'],
  fromUrl: address => {
    const [first, second] = address.segments
    if ((first !== 'details' && first !== 'embed') || !second) return undefined
    const [id, ...tail] = second.split('&')
    const playlist = tail.includes('playlist=1') || address.query('playlist') === '1' ? true : undefined
    const start = parseStart(address.query('start'))
    return item.test(id!) ? { id: id!, params: definedParams({ start, playlist }) } : undefined
  },
  fromId: id => (item.test(id) ? { id } : undefined),
  player: ({ id, params }) =>
    `https://archive.org/embed/${id}${queryString({ playlist: params['playlist'] ? 1 : undefined, start: params['start'] })}`,
  page: ({ id }) => `https://archive.org/details/${id}`,
  startIn: { param: 'start', in: 'query', name: 'start' },
  poster: ({ id }) => `https://archive.org/services/img/${id}`,
  ratio: 640 / 480,
  allow: 'fullscreen',
  frameSources: ['https://archive.org'],
}
