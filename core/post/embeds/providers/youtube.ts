import { type Address, readAddress } from '../address.ts'
import { isRefusal } from '../embed.ts'
import { type Item, type Provider, type Recognised, definedParams, queryString } from '../provider.ts'
import { parseStart } from '../start-time.ts'

const videoId = /^[\w-]{11}$/
const listId = /^[\w-]{10,64}$/
/** Eleven id-legal characters, or a word of the path, that name no video. */
const notIds = new Set(['videoseries', 'live_stream'])
/** The words that stand before an id, sometimes stacked: `/embed/watch?v=…`. */
const words = new Set(['watch', 'embed', 'v', 'e', 'w', 'shorts', 'live', 'video', 'vi'])
const pagesWithQuery = new Set(['watch', 'embed', 'v', 'watch_popup', 'ytscreeningroom', 'details'])

/** YouTube: a video, a playlist or a channel's live stream. */
export const youtube: Provider = {
  name: 'youtube',
  label: 'YouTube',
  kind: 'video',
  hosts: [
    'youtube.com',
    'm.youtube.com',
    'music.youtube.com',
    'youtu.be',
    'youtube-nocookie.com',
    'youtube.googleapis.com',
  ],
  tagNames: ['youtube', 'yt', 'liteyoutube', 'ampyoutube'],
  fromUrl,
  fromId,
  player: item => `https://www.youtube-nocookie.com${playerPath(item)}`,
  plainPlayer: item => `https://www.youtube.com${playerPath(item)}`,
  page,
  startIn: { param: 'start', in: 'query', name: 'start' },
  poster: item => (isVideoId(item.id) ? `https://i.ytimg.com/vi/${item.id}/hqdefault.jpg` : ''),
  allow:
    'accelerometer; autoplay; clipboard-write; encrypted-media; gyroscope; picture-in-picture; web-share',
  frameSources: ['https://www.youtube-nocookie.com', 'https://www.youtube.com'],
  sandbox: [
    'allow-scripts',
    'allow-same-origin',
    'allow-presentation',
    'allow-popups',
    'allow-popups-to-escape-sandbox',
    'allow-forms',
  ],
  oembed: url => `https://www.youtube.com/oembed?format=json&url=${encodeURIComponent(url)}`,
  idInUrl: id => id.replace(/^(?:playlist|live_stream)\//, ''),
  idInArgument: id => id.replace(/^(?:playlist|live_stream)\//, ''),
}

/** A video, a playlist by its telling first letters or as `playlist/…`, or a channel's stream. */
function fromId(text: string): Recognised | undefined {
  const [kind, id] = text.split('/')
  const [video, query] = text.split('?')
  if (isVideoId(text)) return { id: text }
  const start = /^(?:t|start)=([\w:]+)$/.exec(query ?? '')?.[1]
  if (isVideoId(video) && start) return { id: video, params: definedParams({ start: parseStart(start) }) }
  if (kind === 'live_stream' && id && listId.test(id)) return liveStream(id)
  const list = kind === 'playlist' ? id : /^(?:PL|OLAK5uy_)/.test(text) ? text : undefined
  return list && listId.test(list) ? playlist(list) : undefined
}

function liveStream(channel: string): Recognised {
  return { id: `live_stream/${channel}`, params: { channel } }
}

function fromUrl(address: Address): Recognised | undefined {
  const path = address.segments.map(segment => segment.split('&', 1)[0]!)
  const first = path[0] ?? ''
  if (first === 'oembed' || first === 'attribution_link') return fromNested(address)
  const extras = { start: startOf(address), list: listOf(address) }
  const id = idOf(address, path)
  if (id !== undefined) {
    const ratio = path.includes('shorts') ? '9/16' : undefined
    return { id, params: definedParams({ ...extras, ratio }) }
  }
  const channel = address.query('channel')
  if (path[0] === 'embed' && path[1] === 'live_stream' && channel && listId.test(channel))
    return liveStream(channel)
  if (first === 'p' && path[1] && listId.test(path[1])) return playlist(`PL${path[1]}`)
  // `listType=search` and uploads by user were given up in 2020.
  if ((address.query('listType') ?? 'playlist') !== 'playlist') return undefined
  const listPage = first === 'playlist' || first === 'watch' || (first === 'embed' && path.length <= 2)
  return listPage && extras.list ? playlist(extras.list) : undefined
}

/** The oEmbed endpoint and the attribution page carry the real address in a parameter. */
function fromNested(address: Address): Recognised | undefined {
  const inner = address.query('url') ?? address.query('u')
  if (!inner) return undefined
  const nested = readAddress(inner.startsWith('/') ? `https://www.youtube.com${inner}` : inner)
  if (isRefusal(nested) || !youtube.hosts.includes(nested.host)) return undefined
  return /^(?:oembed|attribution_link)$/.test(nested.segments[0] ?? '') ? undefined : fromUrl(nested)
}

function idOf(address: Address, path: readonly string[]): string | undefined {
  if (address.host === 'youtu.be' && !words.has(path[0] ?? ''))
    return isVideoId(path[0]) ? path[0] : undefined
  const word = path.findIndex(part => !words.has(part))
  const named = path[word]
  if (word > 0 && named !== undefined) return isVideoId(named) ? named : undefined
  const asked =
    address.query('v') ??
    address.query('vi') ??
    /^!?\/?watch\?(?:.*&)?v=([\w-]{11})(?![\w-])/.exec(address.fragment)?.[1]
  const page = path.every(part => words.has(part) || pagesWithQuery.has(part))
  return page && isVideoId(asked) ? asked : undefined
}

function isVideoId(text: string | undefined): text is string {
  return text !== undefined && videoId.test(text) && !notIds.has(text)
}

function startOf(address: Address): number | undefined {
  return (
    parseStart(address.query('start')) ??
    parseStart(address.query('t')) ??
    parseStart(address.query('time_continue'))
  )
}

/** Mixes (`RD…`) and the watch-later and liked lists belong to the person who looks. */
function listOf(address: Address): string | undefined {
  const list = address.query('list')
  return list && listId.test(list) && !/^(?:RD|WL|LL)/.test(list) ? list : undefined
}

function playlist(list: string): Recognised {
  return { id: `playlist/${list}`, params: { list } }
}

function playerPath({ id, params }: Item): string {
  const start = typeof params['start'] === 'number' ? params['start'] : undefined
  if (id.startsWith('live_stream/')) return `/embed/live_stream?channel=${id.slice('live_stream/'.length)}`
  if (id.startsWith('playlist/')) return `/embed/videoseries?list=${id.slice('playlist/'.length)}`
  return `/embed/${id}${queryString({ start, list: params['list'] })}`
}

function page({ id, params }: Item): string {
  if (id.startsWith('live_stream/'))
    return `https://www.youtube.com/channel/${id.slice('live_stream/'.length)}`
  if (id.startsWith('playlist/'))
    return `https://www.youtube.com/playlist?list=${id.slice('playlist/'.length)}`
  const start = typeof params['start'] === 'number' ? `&t=${params['start']}s` : ''
  return `https://www.youtube.com/watch?v=${id}${start}`
}
