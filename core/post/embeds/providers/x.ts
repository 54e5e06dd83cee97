import type { Address } from '../address.ts'
import { type Item, type Provider, type Recognised, definedParams } from '../provider.ts'
import { escapeAttribute } from '../../../text/index.ts'

const number = /^\d{1,20}$/

/** X, still often called Twitter: one post. The quote itself needs the network; the frame does not. */
export const x: Provider = {
  name: 'x',
  label: 'X',
  kind: 'social',
  hosts: ['x.com', 'twitter.com', 'mobile.twitter.com', 'mobile.x.com', 'platform.twitter.com'],
  tagNames: ['x', 'tweet', 'twitter', 'xpost'],
  fromUrl,
  fromId: id => (number.test(id) ? { id } : undefined),
  player: ({ id }) => `https://platform.twitter.com/embed/Tweet.html?id=${id}&dnt=true`,
  page,
  code: item => {
    const address = escapeAttribute(page(item).replace('https://x.com/', 'https://twitter.com/'))
    return `<blockquote class="twitter-tweet" data-dnt="true"><a href="${address}">${address}</a></blockquote>`
  },
  height: 500,
  frameSources: ['https://platform.twitter.com'],
  sandbox: ['allow-scripts', 'allow-same-origin', 'allow-popups', 'allow-popups-to-escape-sandbox'],
  oembed: url =>
    `https://publish.twitter.com/oembed?dnt=1&omit_script=1&url=${encodeURIComponent(url.replace('https://x.com/', 'https://twitter.com/'))}`,
}

function fromUrl(address: Address): Recognised | undefined {
  if (address.host === 'platform.twitter.com') {
    const id = address.segments[0] === 'embed' ? address.query('id') : undefined
    return id && number.test(id) ? { id } : undefined
  }
  // In 2011 the whole path stood behind `#!`.
  const path = address.fragment.startsWith('!/') ? address.fragment.slice(2).split(/[/?]/) : address.segments
  const status = path.findIndex(part => part === 'status' || part === 'statuses')
  const id = path[status + 1]
  if (status < 1 || id === undefined || !number.test(id)) return undefined
  const user = path[status - 1]!
  const anonymous = path[0] === 'i'
  return anonymous || !/^\w{1,20}$/.test(user) ? { id } : { id, params: definedParams({ user }) }
}

function page({ id, params }: Item): string {
  const user = typeof params['user'] === 'string' ? params['user'] : 'i/web'
  return `https://x.com/${user}/status/${id}`
}
