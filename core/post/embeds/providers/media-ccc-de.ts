import type { Provider } from '../provider.ts'

/** The video archive of the Chaos Computer Club. */
export const mediaCccDe: Provider = {
  name: 'media.ccc.de',
  label: 'media.ccc.de',
  kind: 'video',
  hosts: ['media.ccc.de', 'app.media.ccc.de'],
  tagNames: ['mediacccde', 'ccc'],
  fromUrl: ({ segments: [first, slug] }) =>
    first === 'v' && slug && /^[\w.-]+$/.test(slug) ? { id: slug } : undefined,
  fromId: id => (/^[\w.-]+$/.test(id) ? { id } : undefined),
  player: ({ id }) => `https://media.ccc.de/v/${id}/oembed`,
  page: ({ id }) => `https://media.ccc.de/v/${id}`,
  allow: 'fullscreen',
  frameSources: ['https://media.ccc.de'],
}
