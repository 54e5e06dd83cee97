import type { Address } from './address.ts'
import type { Embed } from './embed.ts'

/** A service that closed or moved, and what the writer can do about it. */
export interface DeadService {
  readonly name: string
  readonly label: string
  readonly hosts: readonly string[]
  /** When it closed, as far as is known: a year, or year and month. */
  readonly closed: string
  readonly id?: (address: Address) => string | undefined
  /** Where the same item lives now. */
  readonly movedTo?: (id: string) => string
  /** The player there, where it is not at that address. */
  readonly movedPlayer?: (id: string) => string
}

const ofPath = (pattern: RegExp) => (address: Address) => pattern.exec(`/${address.segments.join('/')}`)?.[1]

/** Announced closures, and the oEmbed providers WordPress dropped (class-wp-oembed.php). */
export const deadServices: readonly DeadService[] = [
  { name: 'vine', label: 'Vine', hosts: ['vine.co'], closed: '2017-01', id: ofPath(/^\/v\/(\w+)/) },
  {
    name: 'ustream',
    label: 'Ustream',
    hosts: ['ustream.tv'],
    closed: '2018',
    id: ofPath(/\/recorded\/(\d+)/),
    movedTo: id => `https://video.ibm.com/recorded/${id}`,
    movedPlayer: id => `https://video.ibm.com/embed/recorded/${id}`,
  },
  { name: 'lanyrd', label: 'Lanyrd', hosts: ['lanyrd.com'], closed: '2018' },
  { name: 'qik', label: 'Qik', hosts: ['qik.com'], closed: '2014', id: ofPath(/^\/video\/(\w+)/) },
  {
    name: 'viddler',
    label: 'Viddler',
    hosts: ['viddler.com'],
    closed: '2014',
    id: ofPath(/^\/(?:v|embed|player)\/(\w+)/),
  },
  { name: 'revision3', label: 'Revision3', hosts: ['revision3.com'], closed: '2017' },
  {
    name: 'blip',
    label: 'Blip',
    hosts: ['blip.tv', 'a.blip.tv'],
    closed: '2015-08',
    id: ofPath(/^\/play\/([\w+%-]+?)(?:\.\w+)?$/),
  },
  { name: 'rdio', label: 'Rdio', hosts: ['rdio.com', 'rd.io'], closed: '2015-12' },
  {
    name: 'photobucket',
    label: 'Photobucket',
    hosts: ['photobucket.com', '*.photobucket.com'],
    closed: '2017',
  },
  {
    name: 'funnyordie',
    label: 'Funny or Die',
    hosts: ['funnyordie.com'],
    closed: '2018',
    id: ofPath(/^\/(?:videos|embed)\/(\w+)/),
  },
  {
    name: 'collegehumor',
    label: 'CollegeHumor',
    hosts: ['collegehumor.com'],
    closed: '2020',
    id: ofPath(/^\/(?:video|e)\/(\d+)/),
  },
  {
    name: 'google-video',
    label: 'Google Video',
    hosts: ['video.google.com'],
    closed: '2012-08',
    id: address => [address.query('docid') ?? address.query('docId')].find(id => id && /^-?\d+$/.test(id)),
  },
  { name: 'posterous', label: 'Posterous', hosts: ['posterous.com', '*.posterous.com'], closed: '2013-04' },
  { name: 'justin.tv', label: 'Justin.tv', hosts: ['justin.tv', '*.justin.tv'], closed: '2014-08' },
  { name: 'storify', label: 'Storify', hosts: ['storify.com'], closed: '2018-05' },
  { name: 'google-plus', label: 'Google+', hosts: ['plus.google.com'], closed: '2019-04' },
  { name: 'mixer', label: 'Mixer', hosts: ['mixer.com'], closed: '2020-07' },
  { name: 'gitpitch', label: 'GitPitch', hosts: ['gitpitch.com'], closed: '2021-03' },
  {
    name: 'gfycat',
    label: 'Gfycat',
    hosts: ['gfycat.com'],
    closed: '2023-09',
    id: ofPath(/^\/(?:ifr\/)?([A-Za-z]+)/),
  },
  {
    name: 'microsoft-stream',
    label: 'Microsoft Stream (classic)',
    hosts: ['web.microsoftstream.com'],
    closed: '2024-04',
  },
  { name: 'glitch', label: 'Glitch', hosts: ['glitch.com', '*.glitch.me', 'glitch.me'], closed: '2025-07' },
  {
    name: 'channel9',
    label: 'Channel 9',
    hosts: ['channel9.msdn.com'],
    closed: '2021-12',
    id: address => ofPath(/^\/(?:shows|blogs)\/([\w-]+\/[\w-]+)/i)(address)?.toLowerCase(),
    movedTo: id => {
      const [show, episode] = id.split('/')
      return `https://learn.microsoft.com/_themes/docs.theme/master/en-us/_themes/global/video-embed-one-stream.html?show=${show}&ep=${episode}`
    },
  },
]

/** What stands in the post is dead; where it went and what to do, in words. Asks nobody. */
export interface DeadNotice {
  readonly label: string
  readonly message: string
  /** Where the same item lives now, if anywhere. */
  readonly movedTo?: string
  /** What a frame has to load to show it. */
  readonly movedPlayer?: string
  /** The Wayback Machine's copy nearest to the post's date. */
  readonly archived?: string
}

/**
 * The next step for an embed of a closed service.
 *
 * @param date the post's date, `YYYY-MM-DD`; the archive is asked for a copy of that day
 */
export function deadNotice({ provider, id, pageUrl }: Embed, date?: string): DeadNotice | undefined {
  const service = deadServices.find(entry => entry.name === provider)
  if (!service) return undefined
  const movedTo = id === null ? undefined : service.movedTo?.(id)
  const movedPlayer = id === null ? undefined : (service.movedPlayer ?? service.movedTo)?.(id)
  const next = movedTo
    ? `It may live on at ${movedTo}.`
    : 'Replace it with another copy, a picture that links, or remove it.'
  const day = date?.replace(/\D/g, '').slice(0, 8) ?? ''
  return {
    label: service.label,
    message: `${service.label} closed (${service.closed}), so readers see nothing here. ${next}`,
    ...(movedTo && { movedTo }),
    ...(movedPlayer && { movedPlayer }),
    ...(pageUrl && { archived: `https://web.archive.org/web/${day || '2'}/${pageUrl}` }),
  }
}
