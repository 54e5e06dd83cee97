import type { Provider } from '../provider.ts'

/** InfoQ: a page with no open frame, so a card. */
export const infoq: Provider = {
  name: 'infoq',
  label: 'InfoQ',
  kind: 'card',
  hosts: ['infoq.com'],
  fromUrl: ({ segments }) => {
    const path = /^[a-z]{2}$/.test(segments[0] ?? '') ? segments.slice(1) : segments
    const slug = path[0] === 'presentations' ? path[1] : undefined
    return slug && /^[\w-]+$/.test(slug) ? { id: slug } : undefined
  },
  page: ({ id }) => `https://www.infoq.com/presentations/${id}/`,
}
