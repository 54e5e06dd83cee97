import type { Address } from '../address.ts'
import { type Item, type Provider, type Recognised, definedParams } from '../provider.ts'

const published = /^2PACX-[\w-]{10,}$/
const file = /^[\w-]{20,}$/
/** As of 2009. */
const oldFile = /^[a-z][a-z0-9]{3,}_[a-z0-9]{4,}$/
const views = new Set(['edit', 'preview', 'present', 'embed', 'pub', 'view', 'htmlpresent', 'copy'])

/** Google Slides: a published deck, or a file that plays only if it is shared. Advancing by itself is left off. */
export const googleSlides: Provider = {
  name: 'google-slides',
  label: 'Google Slides',
  kind: 'slides',
  hosts: ['docs.google.com'],
  tagNames: ['googleslides', 'gslides', 'googlepresentation'],
  fromUrl,
  fromId: id => {
    const bare = id.replace(/^e\//, '')
    if (published.test(bare)) return { id: `e/${bare}` }
    return file.test(bare) || oldFile.test(bare) ? { id: bare, params: { needsSharing: true } } : undefined
  },
  player: item => {
    const view = item.id.startsWith('e/') ? 'pubembed' : 'embed'
    return `https://docs.google.com/presentation/d/${item.id}/${view}?start=false&loop=false&delayms=3000${slideQuery(item)}`
  },
  page: ({ id }) => `https://docs.google.com/presentation/d/${id}/${id.startsWith('e/') ? 'pub' : 'preview'}`,
  ratio: 960 / 569,
  barHeight: 29,
  allow: 'fullscreen',
  frameSources: ['https://docs.google.com'],
  idInArgument: id => id.replace(/^e\//, ''),
}

function fromUrl(address: Address): Recognised | undefined {
  const path = withoutAccount(address.segments)
  const slide = slideOf(address)
  if (path[0] === 'present' || (path[0] === 'presentation' && path[1] !== 'd')) {
    const id = address.query('id')
    return id && /^[\w-]{8,}$/.test(id) ? fileItem(id, slide) : undefined
  }
  if (path[0] !== 'presentation') return undefined
  if (path[2] === 'e')
    return path[3] && published.test(path[3])
      ? { id: `e/${path[3]}`, params: definedParams({ slide }) }
      : undefined
  const known =
    path[2] && (file.test(path[2]) || oldFile.test(path[2])) && (path[3] === undefined || views.has(path[3]))
  return known ? fileItem(path[2]!, slide) : undefined
}

function fileItem(id: string, slide: string | undefined): Recognised {
  return { id, params: definedParams({ slide, needsSharing: true }) }
}

/** Without `/a/domain` and `/u/1`, which say who looks. */
function withoutAccount(segments: readonly string[]): readonly string[] {
  const path = segments[0] === 'a' ? segments.slice(2) : segments
  return path[1] === 'u' ? [path[0]!, ...path.slice(3)] : path
}

function slideOf(address: Address): string | undefined {
  const slide = address.query('slide')
  return slide && /^id\.[\w.-]+$/.test(slide) ? slide : undefined
}

function slideQuery({ params }: Item): string {
  return typeof params['slide'] === 'string' ? `&slide=${params['slide']}` : ''
}
