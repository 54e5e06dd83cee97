import type { Provider } from '../provider.ts'

const servicePages = new Set(
  'about apps collections contact customer-stories enterprise events explore features issues join login marketplace new notifications orgs pricing pulls search security settings site sponsors stars topics trending users'.split(
    ' ',
  ),
)

/** A GitHub repository's front page, as a card; deeper pages are ordinary pages. */
export const github: Provider = {
  name: 'github',
  label: 'GitHub',
  kind: 'card',
  hosts: ['github.com'],
  fromUrl: ({ segments }) => {
    const [owner, name] = segments
    if (segments.length !== 2 || servicePages.has(owner!)) return undefined
    const id = `${owner}/${name!.replace(/\.git$/, '')}`
    return /^[\w-]+\/[\w.-]+$/.test(id) ? { id } : undefined
  },
  page: ({ id }) => `https://github.com/${id}`,
}
