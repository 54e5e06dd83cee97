import { type Provider, type Recognised, definedParams } from '../provider.ts'

const views = new Set(['pen', 'full', 'details', 'embed', 'live', 'pres', 'debug'])
const slug = /^[A-Za-z0-9]{4,12}$/
const privateToken = /^[0-9a-f]{32}$/

/** CodePen; a frame rather than the service's script. A private pen carries a token behind its id. */
export const codepen: Provider = {
  name: 'codepen',
  label: 'CodePen',
  kind: 'code',
  hosts: ['codepen.io'],
  fromUrl: ({ segments }) => {
    const view = segments.findIndex((part, at) => at > 0 && views.has(part))
    if (view < 1) return undefined
    const user = segments.slice(0, view).join('/')
    const rest = segments.slice(segments[view + 1] === 'preview' ? view + 2 : view + 1)
    return pen(rest[0], user, rest[1])
  },
  fromId: id => {
    const parts = id.split('/')
    return parts.length > 1 ? pen(parts.at(-1), parts[0]!, undefined) : slug.test(id) ? { id } : undefined
  },
  player: ({ id, params }) => `https://codepen.io/${params['user'] ?? 'anon'}/embed/${id}?default-tab=result`,
  page: ({ id, params }) => `https://codepen.io/${params['user'] ?? 'anon'}/pen/${id}`,
  poster: ({ id, params }) => `https://shots.codepen.io/${params['user'] ?? 'anon'}/pen/${id}-512.jpg`,
  height: 300,
  allow: 'fullscreen; clipboard-write',
  frameSources: ['https://codepen.io'],
  oembed: url => `https://codepen.io/api/oembed?format=json&url=${encodeURIComponent(url)}`,
}

export function pen(id: string | undefined, user: string, token: string | undefined): Recognised | undefined {
  if (!id || !slug.test(id) || !/^(?:team\/)?[\w-]+$/.test(user)) return undefined
  return { id: token && privateToken.test(token) ? `${id}/${token}` : id, params: definedParams({ user }) }
}
