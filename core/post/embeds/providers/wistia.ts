import { type Provider, definedParams, queryString } from '../provider.ts'
import { parseStart } from '../start-time.ts'

const media = /^[a-z0-9]{8,12}$/

/** Wistia. */
export const wistia: Provider = {
  name: 'wistia',
  label: 'Wistia',
  kind: 'video',
  hosts: ['*.wistia.com', 'fast.wistia.net'],
  fromUrl: address => {
    const path = address.segments
    const word = path.findIndex(part => part === 'medias' || part === 'iframe')
    const id = path[word + 1]?.replace(/\.\w+$/, '')
    const start = parseStart(address.query('time') ?? address.query('wtime'))
    return word >= 0 && id && media.test(id) ? { id, params: definedParams({ start }) } : undefined
  },
  fromId: id => (media.test(id) ? { id } : undefined),
  player: ({ id, params }) =>
    `https://fast.wistia.net/embed/iframe/${id}${queryString({ time: params['start'] })}`,
  page: ({ id }) => `https://fast.wistia.net/embed/iframe/${id}`,
  startIn: { param: 'start', in: 'query', name: 'time' },
  allow: 'autoplay; fullscreen',
  frameSources: ['https://fast.wistia.net'],
  oembed: url => `https://fast.wistia.com/oembed.json?url=${encodeURIComponent(url)}`,
}
