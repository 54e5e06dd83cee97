import type { Provider } from '../provider.ts'

const design = /^DA[\w-]+(?:\/[\w-]+)?$/

/** Canva. The share token is part of the id; an editor's link is never published. */
export const canva: Provider = {
  name: 'canva',
  label: 'Canva',
  kind: 'slides',
  hosts: ['canva.com'],
  fromUrl: ({ segments }) => {
    if (segments[0] !== 'design') return undefined
    const view = segments.at(-1)!
    const id = segments.slice(1, -1).join('/')
    if (!design.test(id)) return undefined
    if (view === 'view' || view === 'watch') return { id }
    // The token of an editor's link lets anyone edit: it is not written anywhere.
    const page = `https://www.canva.com/design/${id.split('/')[0]}/view`
    return view === 'edit' ? { id, params: { editLink: true }, offline: false, page } : undefined
  },
  fromId: id => (design.test(id) ? { id } : undefined),
  player: ({ id }) => `https://www.canva.com/design/${id}/view?embed`,
  page: ({ id }) => `https://www.canva.com/design/${id}/view`,
  allow: 'fullscreen',
  frameSources: ['https://www.canva.com'],
  oembed: url => `https://www.canva.com/_oembed?url=${encodeURIComponent(url)}`,
}
