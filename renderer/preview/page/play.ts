import { type EmbedCard, embedFrameSources } from '../../../core/post/embeds/index.ts'
import { pictureAddress } from './local-address.ts'
import type { PageContext } from './page-context.ts'
import { deckAddress, guestAddress, siteRoot } from './server-addresses.ts'

/** What the frame of a card loads. */
export interface Play {
  readonly src: string
  readonly sandbox: string
  readonly allow: string
  /** Slides of the site itself, which need no network, and have the keys only while they are used. */
  readonly isDeck: boolean
}

/** Undefined where nothing plays: a page, a stranger's frame. */
export function playOf(card: EmbedCard, context: PageContext): Play | undefined {
  const { playSrc, sandbox, allow, playerOrigin } = card
  if (playSrc === undefined) return undefined
  if (card.local !== undefined) return deckOf(card.local, context)
  if (playerOrigin === undefined)
    return isInTable(playSrc) ? { src: playSrc, sandbox, allow, isDeck: false } : undefined
  const guest = guestAddress('frame', { src: playSrc, sandbox, allow })
  return { src: guest, sandbox, allow, isDeck: false }
}

/** A page in the folder of the site; other files are no slides. */
function deckOf(address: string, { post }: PageContext): Play | undefined {
  const place = pictureAddress(address, post, siteRoot)
  if (place.type !== 'local' || !place.url.startsWith(siteRoot)) return undefined
  const { pathname } = new URL(place.url)
  if (!/(?:\/|\.html?|\/[^./]+)$/i.test(pathname)) return undefined
  const path = pathname.slice(new URL(siteRoot).pathname.length)
  // The page around the deck is ours, without a script; the deck’s own frame in it has an opaque origin.
  return {
    src: deckAddress(path),
    sandbox: 'allow-scripts allow-same-origin',
    allow: '',
    isDeck: true,
  }
}

/** Whether this page's header lets the player in. */
function isInTable(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { origin, host } = new URL(address)
  return embedFrameSources.some(
    source =>
      source === origin ||
      (source.startsWith('https://*.') && host.endsWith(source.slice('https://*'.length))),
  )
}
