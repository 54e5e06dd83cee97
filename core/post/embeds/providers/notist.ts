import type { Provider } from '../provider.ts'

const deck = /^([\w-]+)\/([A-Za-z0-9]{6})$/

/** Notist: a paragraph that the service's script turns into the deck. There is no frame address to derive. */
export const notist: Provider = {
  name: 'notist',
  label: 'Notist',
  kind: 'slides',
  hosts: ['noti.st'],
  fromUrl: address => {
    const id = address.segments.slice(0, 2).join('/')
    return deck.test(id) ? { id, params: { script: true } } : undefined
  },
  fromId: id => (deck.test(id) ? { id, params: { script: true } } : undefined),
  page: ({ id }) => `https://noti.st/${id}`,
  code: ({ id }) =>
    `<p data-notist="${id}">View <a href="https://noti.st/${id}">the slides</a> on Notist.</p><script async src="https://on.notist.cloud/embed/002.js"></script>`,
  oembed: url => `https://noti.st/api/oembed?url=${encodeURIComponent(url)}`,
}
