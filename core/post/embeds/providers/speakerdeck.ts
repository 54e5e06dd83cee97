import type { Address } from '../address.ts'
import { type Item, type Provider, type Recognised, definedParams, queryString } from '../provider.ts'
import { escapeAttribute } from '../../../text/index.ts'

/** 32 hex digits; decks of 2011 and 2012 have 24 and still play. */
const deckId = /^(?:[0-9a-f]{32}|[0-9a-f]{24})$/
/** First path segments that are pages of the service, not people. */
const servicePages = new Set(
  'about assets blog c categories explore features help p pages pricing privacy pro search sessions sign-in signin sign-up signup terms users oembed oembed.json player embed'.split(
    ' ',
  ),
)

/** Speaker Deck. The page's address does not hold the deck's id: the page of a deck needs the network. */
export const speakerdeck: Provider = {
  name: 'speakerdeck',
  label: 'Speaker Deck',
  kind: 'slides',
  hosts: ['speakerdeck.com'],
  fromUrl,
  fromId,
  player: ({ id, params }) =>
    `https://speakerdeck.com/player/${id}${queryString({ slide: params['slide'] })}`,
  code,
  startIn: { param: 'slide', in: 'query', name: 'slide' },
  poster: ({ id }) => `https://files.speakerdeck.com/presentations/${id}/preview_slide_0.jpg`,
  page: ({ id }) => `https://speakerdeck.com/player/${id}`,
  allow: 'web-share',
  frameSources: ['https://speakerdeck.com'],
  oembed: url => `https://speakerdeck.com/oembed.json?url=${encodeURIComponent(url)}`,
}

function fromUrl(address: Address): Recognised | undefined {
  const [first, second] = address.segments
  const slide = slideNumber(address.query('slide'))
  if ((first === 'player' || first === 'embed') && second !== undefined) {
    const id = second.replace(/\.js$/, '')
    return deckId.test(id) ? { id, params: definedParams({ slide }) } : undefined
  }
  const [person, deck] = pageSegments(address.segments)
  const isPage = [person, deck].every(part => /^[\w-]+$/.test(part ?? '')) && !servicePages.has(person!)
  if (!isPage) return undefined
  const page = `${person}/${deck}`
  return { id: null, params: definedParams({ page, slide }), page: `https://speakerdeck.com/${page}` }
}

/** Person and deck: `quay/tapes`, in 2011 and 2012 `u/quay/p/tapes`. */
function pageSegments(segments: readonly string[]): readonly string[] {
  const [first, person, third, deck] = segments
  if (segments.length === 4 && first === 'u' && third === 'p') return [person!, deck!]
  return segments.length === 2 ? segments : []
}

/** A deck's id, sometimes with `?slide=69` behind it. */
function fromId(text: string): Recognised | undefined {
  const match = /^([0-9a-f]+)(?:\?slide=(\d+))?$/.exec(text)
  if (!match || !deckId.test(match[1]!)) return undefined
  return { id: match[1]!, params: definedParams({ slide: slideNumber(match[2]) }) }
}

export function slideNumber(text: string | undefined): number | undefined {
  return text && /^\d{1,5}$/.test(text) && Number(text) > 0 ? Number(text) : undefined
}

/** The service's own tag, attributes in its own order. */
function code({ id, params, ratio }: Item): string {
  const slide = typeof params['slide'] === 'number' ? ` data-slide="${params['slide']}"` : ''
  const shape = Number((ratio ?? 16 / 9).toPrecision(15))
  return `<script async class="speakerdeck-embed"${slide} data-id="${escapeAttribute(id)}" data-ratio="${shape}" src="//speakerdeck.com/assets/embed.js"></script>`
}
