import { type Provider, definedParams } from '../provider.ts'

/** Reddit: a post plays in a frame, a comment only the service can say. */
export const reddit: Provider = {
  name: 'reddit',
  label: 'Reddit',
  kind: 'social',
  hosts: [
    'reddit.com',
    'old.reddit.com',
    'new.reddit.com',
    'm.reddit.com',
    'embed.reddit.com',
    'redditmedia.com',
  ],
  fromUrl: ({ segments }) => {
    const [r, sub, comments, post, slug, comment] = segments
    if (r !== 'r' || comments !== 'comments' || !sub || !/^\w+$/.test(sub)) return undefined
    if (!post || !/^[a-z0-9]{4,10}$/.test(post)) return undefined
    const params = definedParams({ sub })
    const page = `https://www.reddit.com/${segments.slice(0, 6).map(encodeURIComponent).join('/')}`
    if (comment && /^[a-z0-9]{4,10}$/.test(comment))
      return { id: `${post}/${comment}`, params, offline: false, page }
    const tail = slug ? `${encodeURIComponent(slug)}/` : ''
    return {
      id: post,
      params,
      page,
      src: `https://embed.reddit.com/r/${sub}/comments/${post}/${tail}?embed=true`,
    }
  },
  fromId: id => {
    if (/^[a-z0-9]{4,10}\/[a-z0-9]{4,10}$/.test(id)) return { id, offline: false }
    return /^[a-z0-9]{5,10}$/.test(id) && /\d/.test(id) ? { id } : undefined
  },
  player: ({ id, params }) =>
    `https://embed.reddit.com/r/${params['sub'] ?? 'all'}/comments/${id}/?embed=true`,
  page: ({ id, params }) => `https://www.reddit.com/r/${params['sub'] ?? 'all'}/comments/${id}/`,
  height: 500,
  allow: 'clipboard-write',
  frameSources: ['https://embed.reddit.com'],
  oembed: url => `https://www.reddit.com/oembed?url=${encodeURIComponent(url)}`,
}
