import { cleanPart } from '../address.ts'
import { type Provider, definedParams } from '../provider.ts'

/** Keynote in iCloud. The fragment is the document's name: a title for nothing. */
export const icloudKeynote: Provider = {
  name: 'icloud-keynote',
  label: 'Keynote',
  kind: 'slides',
  hosts: ['icloud.com'],
  tagNames: ['keynote', 'icloudkeynote'],
  fromUrl: ({ segments: [first, id], fragment }) => {
    if (first !== 'keynote' || !id || !/^[\w-]{20,}$/.test(id)) return undefined
    return { id, params: definedParams({ title: cleanPart(fragment) || undefined }) }
  },
  fromId: id => (/^[\w-]{20,}$/.test(id) ? { id } : undefined),
  player: ({ id }) => `https://www.icloud.com/keynote/${id}?embed=true`,
  page: ({ id }) => `https://www.icloud.com/keynote/${id}`,
  ratio: 640 / 500,
  allow: 'fullscreen',
  frameSources: ['https://www.icloud.com'],
}
