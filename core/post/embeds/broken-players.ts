import type { Address } from './address.ts'
import type { Embed } from './embed.ts'

/** A form of address that a frame cannot show, though the item itself plays. */
interface BrokenPlayer {
  readonly provider: string
  readonly applies: (address: Address, embed: Embed) => boolean
  readonly message: string
}

const pageInFrame = (label: string) =>
  `This is the address of ${label}’s page, which refuses to be shown in a frame. The player has another address.`

/** What services are known to answer to these, without asking them. */
const brokenPlayers: readonly BrokenPlayer[] = [
  {
    provider: 'youtube',
    applies: ({ host, segments: [first = ''] }) =>
      host === 'youtu.be' || /^(?:watch|shorts|live)$/.test(first),
    message: pageInFrame('YouTube'),
  },
  {
    provider: 'youtube',
    applies: address =>
      address.segments[0] === 'embed' && address.query('t') !== undefined && !address.query('start'),
    message:
      'YouTube’s player ignores “t”, so the video begins at its beginning. It wants “start” in seconds.',
  },
  {
    provider: 'vimeo',
    applies: ({ host, segments: [first = ''] }) => host === 'vimeo.com' && /^\d+$/.test(first),
    message: pageInFrame('Vimeo'),
  },
  {
    provider: 'vimeo',
    applies: ({ host, segments }) => host === 'player.vimeo.com' && segments.length > 2,
    message:
      'Vimeo’s player does not find an unlisted video this way. The code after its number belongs into “h”.',
  },
  {
    provider: 'archive.org',
    applies: ({ segments }) => segments[0] === 'embed' && segments[1]?.includes('&') === true,
    message: 'The Internet Archive finds nothing here: “&” stands where “?” belongs.',
  },
  {
    provider: 'twitch',
    applies: ({ host, query }) =>
      /^(?:player|clips)\.twitch\.tv$/.test(host) && query('parent') === undefined,
    message: 'Twitch shows nothing in a frame that does not name the site around it in “parent”.',
  },
  {
    provider: 'prezi',
    applies: ({ segments: [first, second] }) => first === 'p' && second === 'embed',
    message: 'Prezi asks readers to log in at this address.',
  },
  {
    provider: 'bluesky',
    applies: ({ host }, embed) => host === 'embed.bsky.app' && !embed.offlineResolvable,
    message: 'Bluesky’s frame knows people by their DID only, not by their name.',
  },
  {
    provider: 'generic',
    applies: ({ host, query }) =>
      /^youtube(?:-nocookie)?\.com$/.test(host) && /^(?:search|user_uploads)$/.test(query('listType') ?? ''),
    message: 'YouTube’s player no longer shows searches and uploads. Choose one video or a playlist.',
  },
]

/** Why a frame with this address shows nothing, or not what was meant. */
export function brokenPlayer(embed: Embed, address: Address): string | undefined {
  return brokenPlayers.find(row => row.provider === embed.provider && row.applies(address, embed))?.message
}
