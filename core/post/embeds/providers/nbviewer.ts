import type { Provider } from '../provider.ts'

/** nbviewer, under its three hosts: a card. */
export const nbviewer: Provider = {
  name: 'nbviewer',
  label: 'nbviewer',
  kind: 'card',
  hosts: ['nbviewer.org', 'nbviewer.jupyter.org', 'nbviewer.ipython.org'],
  fromUrl: ({ segments }) =>
    /^(?:github|gist|urls?|format)$/.test(segments[0] ?? '') && segments.length > 1
      ? { id: segments.join('/') }
      : undefined,
  page: ({ id }) => `https://nbviewer.org/${encodeURI(id)}`,
}
