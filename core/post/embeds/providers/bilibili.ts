import type { Address } from '../address.ts'
import { type Item, type Provider, type Recognised, definedParams, queryString } from '../provider.ts'
import { parseStart } from '../start-time.ts'

const bv = /^BV\w{10}$/
const av = /^av\d{1,12}$/

/** Bilibili. Its player starts by itself unless told not to. */
export const bilibili: Provider = {
  name: 'bilibili',
  label: 'Bilibili',
  kind: 'video',
  hosts: ['bilibili.com', 'm.bilibili.com', 'player.bilibili.com', 'b23.tv'],
  fromUrl,
  fromId: id => (bv.test(id) || av.test(id) ? { id } : undefined),
  player,
  page: ({ id }) => `https://www.bilibili.com/video/${id}/`,
  startIn: { param: 'start', in: 'query', name: 't' },
  allow: 'fullscreen',
  frameSources: ['https://player.bilibili.com'],
  idInUrl: id => id.replace(/^av/, ''),
}

function fromUrl(address: Address): Recognised | undefined {
  const [first, second] = address.segments
  if (address.host === 'b23.tv')
    return first
      ? { id: null, params: { short: true }, page: `https://b23.tv/${encodeURIComponent(first)}` }
      : undefined
  const aid = address.query('aid')
  const id =
    address.host === 'player.bilibili.com'
      ? (address.query('bvid') ?? (aid ? `av${aid}` : undefined))
      : first === 'video'
        ? second
        : undefined
  if (!id || !(bv.test(id) || av.test(id))) return undefined
  const part = Number(address.query('p') ?? address.query('page') ?? 1)
  const page = Number.isInteger(part) && part > 1 ? part : undefined
  return { id, params: definedParams({ page, start: parseStart(address.query('t')) }) }
}

function player({ id, params }: Item): string {
  const name = id.startsWith('av') ? { aid: id.slice(2) } : { bvid: id }
  const query = queryString({ ...name, p: params['page'] ?? 1, autoplay: 0, t: params['start'] })
  return `https://player.bilibili.com/player.html${query}`
}
