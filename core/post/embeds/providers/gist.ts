import type { Address } from '../address.ts'
import { type Item, type Provider, type Recognised, definedParams, queryString } from '../provider.ts'
import { escapeAttribute } from '../../../text/index.ts'

const hash = /^(?:[0-9a-f]{20,40}|\d{1,12})$/
const person = /^[A-Za-z\d](?:[A-Za-z\d-]{0,38})$/

/** GitHub Gist: a script that writes into the page. An anchor `#file-…` is not the `?file=` it looks like. */
export const gist: Provider = {
  name: 'gist',
  label: 'GitHub Gist',
  kind: 'code',
  hosts: ['gist.github.com'],
  tagNames: ['gist', 'githubgist'],
  fromUrl,
  fromId: id => fromPath(id.split('/')),
  player: item => script(item),
  page: ({ id }) => `https://gist.github.com/${id}`,
  code: item => `<script src="${escapeAttribute(script(item))}"></script>`,
}

function fromUrl(address: Address): Recognised | undefined {
  const found = fromPath(address.segments)
  if (!found) return undefined
  const fileAnchor = /^file-[\w.-]+$/.exec(address.fragment)?.[0]
  return { ...found, params: definedParams({ file: address.query('file'), fileAnchor }) }
}

function fromPath(segments: readonly string[]): Recognised | undefined {
  const [first, second] = segments.map(segment => segment.replace(/\.(?:js|json|pibb)$/, ''))
  if (first !== undefined && second !== undefined && person.test(first) && hash.test(second))
    return { id: `${first}/${second}` }
  return first !== undefined && hash.test(first) ? { id: first } : undefined
}

function script({ id, params }: Item): string {
  return `https://gist.github.com/${id}.js${queryString({ file: params['file'] })}`
}
