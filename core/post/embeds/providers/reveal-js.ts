import type { Provider, Recognised } from '../provider.ts'

/** A reveal.js deck kept in the site. Elsewhere such a page looks like any other page. */
export const revealJs: Provider = {
  name: 'reveal.js',
  label: 'reveal.js',
  kind: 'slides',
  hosts: [],
  tagNames: ['revealjs', 'reveal'],
  fromUrl: () => undefined,
  fromId: path =>
    /^\/?(?:[\w.-]+\/)+(?:[\w-]+(?:\.html?)?)?$/.test(path) && !path.includes('..')
      ? { id: path.startsWith('/') ? path : `/${path}`, params: { local: true } }
      : undefined,
  player: ({ id }) => id,
  page: ({ id }) => id,
  // The deck is a page of the site: no allow-same-origin, so it runs in an origin of its own.
  sandbox: ['allow-scripts'],
  idInArgument: id => id.replace(/^\//, ''),
}

/** A page of the site, already checked not to leave it. */
/** The page of a folder, or one whose path speaks of slides; any other page of the site may be anything. */
const deckPage = /(?:^|\/)index\.html?$|(?:slide|deck|talk|presentation|reveal|keynote).*\.html?$/i

export function fromLocalPage(path: string): Recognised | undefined {
  return deckPage.test(path) ? { id: path, params: { local: true } } : undefined
}
