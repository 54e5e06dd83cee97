import { type Address, readAddress } from '../address.ts'
import { isRefusal } from '../embed.ts'
import { type Item, type Provider, type Recognised, definedParams } from '../provider.ts'

/** PowerPoint: a file on OneDrive or SharePoint, or any public .pptx through the Office viewer. */
export const office: Provider = {
  name: 'office',
  label: 'PowerPoint',
  kind: 'slides',
  hosts: ['onedrive.live.com', '*.sharepoint.com', 'view.officeapps.live.com', '1drv.ms'],
  tagNames: ['powerpoint', 'office', 'onedrive'],
  fromUrl,
  fromId: id => (driveItem.test(id) ? { id } : undefined),
  player,
  page: item => (item.id.startsWith('https:') ? item.id : player(item)),
  ratio: 4 / 3,
  barHeight: 23,
  allow: 'fullscreen',
  frameSources: ['https://onedrive.live.com', 'https://*.sharepoint.com', 'https://view.officeapps.live.com'],
}

/** A public address of a presentation file; the viewer fetches it. */
const driveItem = /^[0-9A-F]+!\w+$/i

export function fromPresentationFile(address: Address): Recognised | undefined {
  const file = /\.(?:pptx?|ppsx?|potx)$/i.test(address.url.pathname)
  return file ? { id: address.url.href.replace(/^http:/, 'https:').replace(/#.*$/, '') } : undefined
}

function fromUrl(address: Address): Recognised | undefined {
  if (address.host === '1drv.ms') return { id: null, params: { short: true }, page: address.url.href }
  if (address.host === 'view.officeapps.live.com') {
    const file = readAddress(address.query('src') ?? '')
    return isRefusal(file) ? undefined : { id: file.url.href.replace(/^http:/, 'https:') }
  }
  if (address.host === 'onedrive.live.com') return fromOneDrive(address)
  const document = /^:[pb]:$/.test(address.segments[0] ?? '') || address.segments.includes('Doc.aspx')
  return document ? fromSharePoint(address) : undefined
}

function fromOneDrive(address: Address): Recognised | undefined {
  const id = address.query('resid')
  if (address.segments[0] !== 'embed' || !id || !driveItem.test(id)) return undefined
  const key = address.query('authkey')
  const authkey = key && /^[\w!-]+$/.test(key) ? key : undefined
  return { id, params: definedParams({ authkey }) }
}

/** The link itself is the capability, so it stays as it is. */
function fromSharePoint(address: Address): Recognised {
  const base = address.url.href.replace(/^http:/, 'https:').replace(/#.*$/, '')
  const has = address.url.searchParams.get('action') === 'embedview'
  const src = has ? base : `${base}${address.url.search === '' ? '?' : '&'}action=embedview`
  return { id: null, params: { sharepoint: true }, offline: true, src, page: base }
}

function player({ id, params }: Item): string {
  if (/^https?:/.test(id))
    return `https://view.officeapps.live.com/op/embed.aspx?src=${encodeURIComponent(id)}`
  const key = typeof params['authkey'] === 'string' ? `&authkey=${encodeURIComponent(params['authkey'])}` : ''
  const [account] = id.split('!')
  return `https://onedrive.live.com/embed?cid=${account}&resid=${encodeURIComponent(id).replace(/!/g, '%21')}${key}&em=2`
}
