import type { Address } from '../address.ts'
import { type Provider, type Recognised, definedParams } from '../provider.ts'

const deckKey = /^[A-Za-z0-9]{8,20}$/
const servicePages = new Set(
  'about api business category contact developers embed explore featured help login popular presentations search secret signup slideshow tag terms topic upload'.split(
    ' ',
  ),
)

/** SlideShare. Numeric ids and embed keys play; the page of a user's deck only lets one guess. */
export const slideshare: Provider = {
  name: 'slideshare',
  label: 'SlideShare',
  kind: 'slides',
  hosts: ['slideshare.net', '*.slideshare.net'],
  fromUrl,
  fromId: id => {
    const bare = id.replace(/^key\//, '')
    if (/^\d{1,12}$/.test(bare)) return { id: bare }
    return deckKey.test(bare) ? { id: `key/${bare}` } : undefined
  },
  player: ({ id }) => `https://www.slideshare.net/slideshow/embed_code/${id}`,
  page: ({ id }) => `https://www.slideshare.net/slideshow/embed_code/${id}`,
  ratio: 595 / 485,
  barHeight: 58,
  allow: 'fullscreen',
  frameSources: ['https://www.slideshare.net'],
  oembed: url => `https://www.slideshare.net/api/oembed/2?format=json&url=${encodeURIComponent(url)}`,
  idInArgument: id => id.replace(/^key\//, ''),
}

function fromUrl(address: Address): Recognised | undefined {
  const path = address.segments[0] === 'mobile' ? address.segments.slice(1) : address.segments
  const code = path.indexOf('embed_code')
  if (code >= 0) return fromEmbedCode(path.slice(code + 1))
  if (path[0] === 'slideshow') {
    const digits = path[2]
    return path.length >= 3 && /^\d{1,12}$/.test(digits!) ? { id: digits! } : undefined
  }
  if (path[0] === 'secret' && path[1] && deckKey.test(path[1]))
    return { id: null, params: { secret: path[1] }, page: `https://www.slideshare.net/secret/${path[1]}` }
  const isPage =
    path.length === 2 && !servicePages.has(path[0]!) && path.every(part => /^[\w.-]+$/.test(part))
  if (!isPage) return undefined
  const page = path.join('/')
  const guessId = /-(\d{7,})$/.exec(page)?.[1]
  return { id: null, params: definedParams({ page, guessId }), page: `https://www.slideshare.net/${page}` }
}

function fromEmbedCode(rest: readonly string[]): Recognised | undefined {
  const [first, second] = rest
  if (first === 'key') return second && deckKey.test(second) ? { id: `key/${second}` } : undefined
  return first && /^\d{1,12}$/.test(first) ? { id: first } : undefined
}
