import type { Address } from '../address.ts'
import type { Provider, Recognised } from '../provider.ts'

const params = { ratio: '550/400' }

/** Prezi. `/p/embed/ID` asks for a login, so it becomes `/p/ID/embed`. */
export const prezi: Provider = {
  name: 'prezi',
  label: 'Prezi',
  kind: 'slides',
  hosts: ['prezi.com'],
  fromUrl,
  fromId: id => (/^(?:view\/)?[\w-]{10,24}$/.test(id) ? { id, params } : undefined),
  player: ({ id }) =>
    id.startsWith('view/') ? `https://prezi.com/${id}/embed` : `https://prezi.com/p/${id}/embed`,
  page: ({ id }) => (id.startsWith('view/') ? `https://prezi.com/${id}/` : `https://prezi.com/p/${id}/`),
  ratio: 550 / 400,
  allow: 'autoplay; fullscreen',
  frameSources: ['https://prezi.com'],
  idInArgument: id => id.replace(/^view\//, ''),
}

/** Prezi Video: its player needs the service's answer. */
export const preziVideo: Provider = {
  name: 'prezi-video',
  label: 'Prezi Video',
  kind: 'video',
  hosts: ['prezi.com'],
  tagNames: ['prezivideo'],
  fromUrl: ({ segments }) => {
    const page = segments[0] === 'v' ? segments.find((part, at) => at > 0 && part !== 'embed') : undefined
    if (!page || !/^[\w-]{6,}$/.test(page) || page === 'oembed') return undefined
    return { id: null, params: { page }, page: `https://prezi.com/v/${page}/` }
  },
  oembed: url => `https://prezi.com/v/oembed?url=${encodeURIComponent(url)}`,
}

function fromUrl({ segments }: Address): Recognised | undefined {
  const [first, second, third] = segments
  if (first === 'view')
    return second && /^[A-Za-z0-9]{20}$/.test(second) ? { id: `view/${second}`, params } : undefined
  if (first === 'v') return undefined
  const id =
    first === 'p'
      ? second === 'embed'
        ? third
        : second
      : first === 'embed'
        ? second
        : first === 'bin'
          ? undefined
          : first
  if (id === undefined) return undefined
  const named = first === 'p' || first === 'embed'
  return (named ? /^[\w-]{10,24}$/ : /^[a-z0-9_-]{12}$/).test(id) ? { id, params } : undefined
}
