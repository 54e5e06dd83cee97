import { type Provider, definedParams, queryString } from '../provider.ts'

const servicePages = new Set(
  'about blog explore features help news pricing privacy signin signup templates terms'.split(' '),
)

/** Slides.com, once slid.es. The slide in the fragment is the reader's place, not the deck's. */
export const slidesCom: Provider = {
  name: 'slides.com',
  label: 'Slides.com',
  kind: 'slides',
  hosts: ['slides.com', '*.slides.com', 'slid.es'],
  tagNames: ['slidescom'],
  fromUrl: address => {
    const [user, deck] = address.segments
    const isDeck =
      address.host !== 'blog.slides.com' &&
      user !== undefined &&
      deck !== undefined &&
      [user, deck].every(part => /^[\w-]+$/.test(part)) &&
      !servicePages.has(user)
    const token = address.query('token')
    return isDeck ? { id: `${user}/${deck}`, params: definedParams({ token }) } : undefined
  },
  fromId: id => (/^[\w-]+\/[\w-]+$/.test(id) ? { id } : undefined),
  player: ({ id, params }) => `https://slides.com/${id}/embed${queryString({ token: params['token'] })}`,
  page: ({ id, params }) => `https://slides.com/${id}${queryString({ token: params['token'] })}`,
  ratio: 960 / 700,
  barHeight: 34,
  allow: 'fullscreen',
  frameSources: ['https://slides.com'],
}
