import type { Provider } from '../provider.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const code = /^[a-z0-9]{6}$/

/** Pitch: older decks have a UUID, newer links a six-character code. */
export const pitch: Provider = {
  name: 'pitch',
  label: 'Pitch',
  kind: 'slides',
  hosts: ['pitch.com'],
  fromUrl: ({ segments: [first, second] }) => {
    if (first === undefined || second === undefined) return undefined
    if ((first === 'public' || first === 'embed') && uuid.test(second)) return { id: second }
    if (first === 'embed-link' && code.test(second)) return { id: second }
    const tail = first === 'v' ? second.split('-').at(-1)! : ''
    return code.test(tail) ? { id: tail } : undefined
  },
  fromId: id => (uuid.test(id) || code.test(id) ? { id } : undefined),
  player: ({ id }) => `https://pitch.com/${uuid.test(id) ? 'embed' : 'embed-link'}/${id}`,
  page: ({ id }) => (uuid.test(id) ? `https://pitch.com/public/${id}` : `https://pitch.com/v/${id}`),
  ratio: 560 / 368,
  barHeight: 53,
  allow: 'fullscreen; clipboard-write',
  frameSources: ['https://pitch.com'],
}
