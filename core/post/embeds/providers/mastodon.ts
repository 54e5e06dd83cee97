import { type Address, readAddress } from '../address.ts'
import { isRefusal } from '../embed.ts'
import { type Item, type Provider, type Recognised, definedParams } from '../provider.ts'

const status = /^\d{6,}$/

/** Mastodon, on anyone's host. A post seen through another server (`@user@other`) cannot be framed. */
export const mastodon: Provider = {
  name: 'mastodon',
  label: 'Mastodon',
  kind: 'social',
  hosts: [],
  tagNames: ['mastodon', 'toot'],
  fromUrl,
  fromId: text => {
    if (/^[\w-]+(?:\.[\w-]+)+\/\d{6,}$/.test(text)) return { id: text }
    const address = text.includes('/') ? readAddress(text) : undefined
    return address && !isRefusal(address) ? fromUrl(address) : undefined
  },
  player: item => `${page(item)}/embed`,
  page,
  height: 500,
  sandbox: ['allow-scripts', 'allow-same-origin', 'allow-popups', 'allow-popups-to-escape-sandbox'],
  oembed: url => `${url.slice(0, url.indexOf('/', 8))}/api/oembed?url=${encodeURIComponent(url)}`,
  idInUrl: id => id.slice(id.indexOf('/') + 1),
  hostInId: id => id.slice(0, id.indexOf('/')),
}

function fromUrl(address: Address): Recognised | undefined {
  const [first, second, third, fourth] = address.segments
  const oldForm = first === 'users' && third === 'statuses'
  const user = oldForm ? second : /^@([\w.-]+)$/.exec(first ?? '')?.[1]
  const id = oldForm ? fourth : second
  const tail = oldForm ? address.segments.slice(4) : address.segments.slice(2)
  const whole = tail.length === 0 || (tail.length === 1 && tail[0] === 'embed')
  if (!user || !/^[\w.-]+$/.test(user) || !id || !status.test(id) || !whole) return undefined
  return { id: `${address.url.hostname}/${id}`, params: definedParams({ user }) }
}

function page({ id, params }: Item): string {
  const [host, number] = id.split('/')
  return `https://${host}/@${params['user'] ?? 'i'}/${number}`
}
