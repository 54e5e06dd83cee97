import { type Provider, definedParams, queryString } from '../provider.ts'

const notebook = /^(?:@[\w-]+\/[\w-]+|d\/[0-9a-f]{16})$/

/** Observable notebooks, whole or some of their cells. */
export const observable: Provider = {
  name: 'observable',
  label: 'Observable',
  kind: 'code',
  hosts: ['observablehq.com'],
  fromUrl: address => {
    const path = address.segments[0] === 'embed' ? address.segments.slice(1) : address.segments
    const id = path.slice(0, 2).join('/')
    return notebook.test(id) ? { id, params: definedParams({ cells: address.query('cells') }) } : undefined
  },
  fromId: id => (notebook.test(id) ? { id } : undefined),
  player: ({ id, params }) =>
    `https://observablehq.com/embed/${id}${queryString({ cells: params['cells'] })}`,
  page: ({ id }) => `https://observablehq.com/${id}`,
  height: 500,
  allow: 'fullscreen; clipboard-write',
  frameSources: ['https://observablehq.com'],
  oembed: url => `https://api.observablehq.com/oembed?url=${encodeURIComponent(url)}`,
}
