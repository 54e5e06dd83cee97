import { type Provider, type Recognised, definedParams } from '../provider.ts'

/** Figshare: the article's number is the last but the version, in pages and in DOIs. */
export const figshare: Provider = {
  name: 'figshare',
  label: 'Figshare',
  kind: 'slides',
  hosts: ['figshare.com', 'widgets.figshare.com', 'doi.org', 'dx.doi.org'],
  fromUrl: ({ host, segments }) => {
    if (host.endsWith('doi.org')) {
      const match = /^m9\.figshare\.(\d+)(?:\.v(\d+))?$/.exec(segments[1] ?? '')
      return segments[0] === '10.6084' && match ? item(match[1]!, match[2]) : undefined
    }
    if (segments[0] !== 'articles') return undefined
    const numbers = segments.slice(1).filter(part => /^\d+$/.test(part))
    return numbers[0] ? item(numbers[0], numbers[1]) : undefined
  },
  fromId: id => (/^\d{3,12}$/.test(id) ? { id } : undefined),
  player: ({ id }) => `https://widgets.figshare.com/articles/${id}/embed?show_title=1`,
  page: ({ id }) => `https://figshare.com/articles/presentation/_/${id}`,
  ratio: 568 / 351,
  allow: 'autoplay; encrypted-media; fullscreen',
  frameSources: ['https://widgets.figshare.com'],
}

function item(id: string, version: string | undefined): Recognised {
  return { id, params: definedParams({ version: version === undefined ? undefined : Number(version) }) }
}
