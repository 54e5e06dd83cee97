import { type Provider, definedParams, queryString } from '../provider.ts'

/** StackBlitz: a project, or a GitHub repository run there. */
export const stackblitz: Provider = {
  name: 'stackblitz',
  label: 'StackBlitz',
  kind: 'code',
  hosts: ['stackblitz.com'],
  fromUrl: address => {
    const [first, second, third] = address.segments
    const params = definedParams({ file: address.query('file') })
    if (first === 'edit' && second && /^[\w-]+$/.test(second)) return { id: second, params }
    const repository =
      first === 'github' && second && third && /^[\w.-]+\/[\w.-]+$/.test(`${second}/${third}`)
    return repository ? { id: `github/${second}/${third}`, params } : undefined
  },
  fromId: id => (/^(?:[\w-]+|github\/[\w.-]+\/[\w.-]+)$/.test(id) ? { id } : undefined),
  player: ({ id, params }) => `${page(id)}${queryString({ embed: 1, file: params['file'] })}`,
  page: ({ id }) => page(id),
  height: 300,
  allow: 'fullscreen; clipboard-write; cross-origin-isolated',
  frameSources: ['https://stackblitz.com'],
}

function page(id: string): string {
  return `https://stackblitz.com/${id.startsWith('github/') ? id : `edit/${id}`}`
}
