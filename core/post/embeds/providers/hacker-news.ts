import type { Provider } from '../provider.ts'

/** Hacker News: a discussion, as a card. */
export const hackerNews: Provider = {
  name: 'hackernews',
  label: 'Hacker News',
  kind: 'card',
  hosts: ['news.ycombinator.com'],
  fromUrl: address => {
    const id = address.segments[0] === 'item' ? address.query('id') : undefined
    return id && /^\d+$/.test(id) ? { id } : undefined
  },
  page: ({ id }) => `https://news.ycombinator.com/item?id=${id}`,
}
