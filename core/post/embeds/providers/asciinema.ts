import { type Provider, definedParams } from '../provider.ts'
import { parseStart } from '../start-time.ts'

const recording = /^[A-Za-z0-9]{1,40}$/

/** asciinema: a script that plays a terminal recording. A `.cast` file of the site's own needs nobody. */
export const asciinema: Provider = {
  name: 'asciinema',
  label: 'asciinema',
  kind: 'code',
  hosts: ['asciinema.org'],
  tagNames: ['asciinema', 'asciicast'],
  fromUrl: address => {
    const [first, second] = address.segments
    const id = second?.replace(/\.(?:js|svg|png|cast|json|gif)$/, '')
    if (first !== 'a' || !id || !recording.test(id)) return undefined
    return { id, params: definedParams({ start: parseStart(address.query('t')), script: true }) }
  },
  fromId: id => (recording.test(id) ? { id, params: { script: true } } : undefined),
  player: ({ id }) => (isFile(id) ? id : `https://asciinema.org/a/${id}.js`),
  frame: ({ id }) => (isFile(id) ? '' : `https://asciinema.org/a/${id}/iframe`),
  code: ({ id, params }) => {
    const start = typeof params['start'] === 'number' ? ` data-t="${params['start']}"` : ''
    return `<script src="https://asciinema.org/a/${id}.js" id="asciicast-${id}"${start} async></script>`
  },
  page: ({ id }) => (isFile(id) ? id : `https://asciinema.org/a/${id}`),
  poster: ({ id }) => (isFile(id) ? '' : `https://asciinema.org/a/${id}.svg`),
  frameSources: ['https://asciinema.org'],
}

function isFile(id: string): boolean {
  return id.endsWith('.cast')
}
