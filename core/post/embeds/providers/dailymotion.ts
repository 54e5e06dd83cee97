import { type Provider, definedParams, queryString } from '../provider.ts'
import { parseStart } from '../start-time.ts'

const videoId = /^[a-zA-Z0-9]{5,20}$/

/** Dailymotion. */
export const dailymotion: Provider = {
  name: 'dailymotion',
  label: 'Dailymotion',
  kind: 'video',
  hosts: [
    'dailymotion.com',
    'geo.dailymotion.com',
    'dailymotion.fr',
    'dailymotion.it',
    'dailymotion.es',
    'dailymotion.co.uk',
    'dai.ly',
  ],
  fromUrl: address => {
    const path = address.segments
    const params = definedParams({ start: parseStart(address.query('start')) })
    const word = path.findIndex(part => part === 'video' || part === 'swf' || part === 'playlist')
    const last = word >= 0 && path[word + 1] === 'video' ? path[word + 2] : path[word + 1]
    const named = address.host === 'dai.ly' ? path[0] : word >= 0 ? last : undefined
    const id = (named ?? address.query('video') ?? address.query('playlist'))?.split(/[_&]/, 1)[0]
    if (!id || !videoId.test(id)) return undefined
    const list = path[word] === 'playlist' || (named === undefined && !address.query('video'))
    return { id: list ? `playlist/${id}` : id, params }
  },
  fromId: id => (videoId.test(id.replace(/^playlist\//, '')) ? { id } : undefined),
  player: ({ id, params }) =>
    `https://www.dailymotion.com/embed/${id.startsWith('playlist/') ? id : `video/${id}`}${queryString({ start: params['start'] })}`,
  page: ({ id }) => `https://www.dailymotion.com/${id.startsWith('playlist/') ? id : `video/${id}`}`,
  startIn: { param: 'start', in: 'query', name: 'start' },
  poster: ({ id }) => (id.includes('/') ? '' : `https://www.dailymotion.com/thumbnail/video/${id}`),
  allow: 'autoplay; fullscreen; picture-in-picture; web-share',
  frameSources: ['https://www.dailymotion.com', 'https://geo.dailymotion.com'],
  oembed: url => `https://www.dailymotion.com/services/oembed?url=${encodeURIComponent(url)}`,
}
