import { type Provider, definedParams, queryString } from '../provider.ts'
import { parseStart } from '../start-time.ts'

const recording = /^[0-9a-f]{32}$/

/** Loom. */
export const loom: Provider = {
  name: 'loom',
  label: 'Loom',
  kind: 'video',
  hosts: ['loom.com'],
  fromUrl: address => {
    const [first, id] = address.segments
    const known = (first === 'share' || first === 'embed') && id && recording.test(id)
    return known ? { id, params: definedParams({ start: parseStart(address.query('t')) }) } : undefined
  },
  fromId: id => (recording.test(id) ? { id } : undefined),
  player: ({ id, params }) => `https://www.loom.com/embed/${id}${queryString({ t: params['start'] })}`,
  page: ({ id }) => `https://www.loom.com/share/${id}`,
  startIn: { param: 'start', in: 'query', name: 't' },
  allow: 'autoplay; fullscreen',
  frameSources: ['https://www.loom.com'],
  oembed: url => `https://www.loom.com/v1/oembed?url=${encodeURIComponent(url)}`,
}
