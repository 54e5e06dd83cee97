import type { Address } from '../address.ts'
import { type Item, type Provider, type Recognised, definedParams } from '../provider.ts'
import { parseStart, unitsFromSeconds } from '../start-time.ts'

const slug = /^[\w-]+$/
const channelName = /^\w{3,25}$/
const servicePages = new Set(
  'directory downloads jobs p login signup search settings subscriptions wallet turbo videos'.split(' '),
)

/** Twitch. The player names the page's host in `parent=`, so a stored one goes stale when the site moves. */
export const twitch: Provider = {
  name: 'twitch',
  label: 'Twitch',
  kind: 'video',
  hosts: ['twitch.tv', 'm.twitch.tv', 'player.twitch.tv', 'clips.twitch.tv'],
  fromUrl,
  fromId,
  player,
  page: ({ id }) =>
    id.startsWith('clip/')
      ? `https://clips.twitch.tv/${id.slice(5)}`
      : id.startsWith('channel/')
        ? `https://www.twitch.tv/${id.slice(8)}`
        : `https://www.twitch.tv/videos/${id}`,
  startIn: { param: 'start', in: 'query', name: 'time', write: unitsFromSeconds },
  allow: 'fullscreen',
  frameSources: ['https://player.twitch.tv', 'https://clips.twitch.tv'],
  sandbox: [
    'allow-storage-access-by-user-activation',
    'allow-scripts',
    'allow-same-origin',
    'allow-popups',
    'allow-popups-to-escape-sandbox',
    'allow-modals',
  ],
  idInUrl: id => id.replace(/^(?:clip|channel)\//, ''),
  idInArgument: id => id.replace(/^(?:clip|channel)\//, ''),
}

function fromUrl(address: Address): Recognised | undefined {
  const [first, second, third] = address.segments
  const start = parseStart(address.query('t') ?? address.query('time'))
  if (address.host === 'player.twitch.tv') {
    const channel = address.query('channel')
    if (channel && channelName.test(channel)) return ofChannel(channel)
    return video(address.query('video'), start)
  }
  if (address.host === 'clips.twitch.tv') return clip(first === 'embed' ? address.query('clip') : first)
  if (first === 'videos') return video(second, start)
  if (second === 'v' || second === 'video') return video(third, start)
  if (second === 'clip') return clip(third)
  return address.segments.length === 1 && channelName.test(first!) && !servicePages.has(first!)
    ? ofChannel(first!)
    : undefined
}

/** `clip/NAME` and `channel/NAME` as they stand in stored ids; a bare number is a video, a bare name a clip. */
function fromId(id: string): Recognised | undefined {
  if (id.startsWith('channel/')) return channelName.test(id.slice(8)) ? ofChannel(id.slice(8)) : undefined
  return /^v?\d{5,12}$/.test(id) ? video(id, undefined) : clip(id.replace(/^clip\//, ''))
}

function video(id: string | undefined, start: number | undefined): Recognised | undefined {
  const digits = id?.replace(/^v/, '')
  if (!digits || !/^\d{5,12}$/.test(digits)) return undefined
  return { id: digits, params: definedParams({ start, parentRequired: true }) }
}

function clip(id: string | undefined): Recognised | undefined {
  return id && slug.test(id) ? { id: `clip/${id}`, params: { parentRequired: true } } : undefined
}

function ofChannel(name: string): Recognised {
  return { id: `channel/${name}`, params: { parentRequired: true } }
}

function player({ id, params }: Item): string {
  const tail = 'parent={PARENT}&autoplay=false'
  if (id.startsWith('clip/')) return `https://clips.twitch.tv/embed?clip=${id.slice(5)}&${tail}`
  if (id.startsWith('channel/')) return `https://player.twitch.tv/?channel=${id.slice(8)}&${tail}`
  const time = typeof params['start'] === 'number' ? `&time=${unitsFromSeconds(params['start'])}` : ''
  return `https://player.twitch.tv/?video=${id}&${tail}${time}`
}
