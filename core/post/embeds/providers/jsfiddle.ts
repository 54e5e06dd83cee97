import type { Provider } from '../provider.ts'

const fiddle = /^(?:[\w.-]+\/)?[A-Za-z0-9]{4,12}(?:\/\d{1,5})?$/

/** JSFiddle; a frame rather than the service's script. */
export const jsfiddle: Provider = {
  name: 'jsfiddle',
  label: 'JSFiddle',
  kind: 'code',
  hosts: ['jsfiddle.net'],
  fromUrl: ({ segments }) => {
    const view = segments.findIndex(part => /^(?:embed|embedded|show)$/.test(part))
    const id = segments.slice(0, view < 0 ? undefined : view).join('/')
    return fiddle.test(id) ? { id } : undefined
  },
  fromId: id => (fiddle.test(id) ? { id } : undefined),
  player: ({ id }) => `https://jsfiddle.net/${id}/embedded/`,
  page: ({ id }) => `https://jsfiddle.net/${id}/`,
  height: 300,
  allow: 'fullscreen; clipboard-write',
  frameSources: ['https://jsfiddle.net'],
}
