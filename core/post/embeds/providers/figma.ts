import { type Address, readAddress } from '../address.ts'
import { isRefusal } from '../embed.ts'
import { type Provider, type Recognised, definedParams } from '../provider.ts'

const kinds = new Set(['file', 'design', 'board', 'slides', 'deck', 'proto'])

/** Figma: decks, and boards and designs beside them. */
export const figma: Provider = {
  name: 'figma',
  label: 'Figma',
  kind: 'code',
  hosts: ['figma.com', '*.figma.com'],
  fromUrl,
  fromId: id =>
    /^(?:design|board|slides|deck|proto)\/[0-9a-zA-Z]{22,128}$/.test(id)
      ? fromPath(id.split('/'))
      : undefined,
  player: ({ id, params }) => {
    const node = typeof params['node'] === 'string' ? `node-id=${encodeURIComponent(params['node'])}&` : ''
    return `https://embed.figma.com/${id}?${node}embed-host=lectern`
  },
  page: ({ id }) => `https://www.figma.com/${id}`,
  allow: 'fullscreen',
  frameSources: ['https://embed.figma.com'],
  oembed: url => `https://www.figma.com/api/oembed?url=${encodeURIComponent(url)}`,
}

function fromUrl(address: Address): Recognised | undefined {
  if (address.segments[0] === 'embed') {
    const inner = readAddress(address.query('url') ?? '')
    const nested =
      !isRefusal(inner) && /(?:^|\.)figma\.com$/.test(inner.host) && inner.segments[0] !== 'embed'
    return nested ? fromUrl(inner) : undefined
  }
  const found = fromPath(address.segments)
  const node = address.query('node-id')
  return (
    found && { ...found, params: definedParams({ node: node && /^[\w:;-]+$/.test(node) ? node : undefined }) }
  )
}

function fromPath([type, key]: readonly string[]): Recognised | undefined {
  if (!type || !key || !kinds.has(type) || !/^[0-9a-zA-Z]{22,128}$/.test(key)) return undefined
  const slides = type === 'slides' || type === 'deck'
  return { id: `${type === 'file' ? 'design' : type}/${key}`, kind: slides ? 'slides' : 'code' }
}
