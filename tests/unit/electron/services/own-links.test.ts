import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { diskFileSystem } from '../../../../electron/services/file-system.ts'
import { createLinkLibrary } from '../../../../electron/services/link-library.ts'
import { createOwnLinks } from '../../../../electron/services/own-links.ts'
import { createSiteService } from '../../../../electron/services/site-service.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

const tapes = [
  '---',
  'title: Tapes',
  'room: cellar',
  '---',
  '## Why *tapes*',
  '',
  '## Why tapes',
  '',
  '## In the {{ page.room }} {#below}',
  '',
  '## The {{ page.room }}',
  '',
  'Words.',
  '',
].join('\n')

function ownLinks(posts: Readonly<Record<string, string>>, openedBelow = '') {
  const siteFolder = temporaryFolder('own-links')
  const files = { '_config.yml': 'baseurl: /notes\nkramdown:\n  auto_id_prefix: at-\n', ...posts }
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(siteFolder, path)), { recursive: true })
    writeFileSync(join(siteFolder, path), source)
  }
  const folder = join(siteFolder, openedBelow)
  const library = createLinkLibrary({
    folder,
    dataDir: temporaryFolder('own-links-data'),
    disk: diskFileSystem,
  })
  const site = createSiteService({ folder: siteFolder, settings: { readSettings: async () => ({}) } })
  return createOwnLinks({ folder, siteFolder, library, site })
}

const path = '_posts/2022-01-02-tapes.md'

test('a heading has the address that Jekyll gives it on this site', async () => {
  const links = ownLinks({ [path]: tapes })
  const { headings } = await links.findTargets('tapes #', 10)
  const addresses = await Promise.all(headings.map(({ heading }) => links.targetAddress(path, heading!.line)))
  const page = '/notes/2022/01/02/tapes.html'
  // Recorded from Jekyll 4.3.1 with the same configuration.
  expect(addresses).toEqual([
    `${page}#at-why-tapes`,
    `${page}#at-why-tapes-1`,
    `${page}#below`,
    `${page}#at-the-cellar`,
  ])
})

test('who links to own posts by tag gets tags, also when only the posts are open', async () => {
  const links = ownLinks(
    {
      [path]: tapes,
      '_posts/2023-01-02-robots.md':
        '---\ntitle: Robots\n---\nSee [tapes]({% post_url 2022-01-02-tapes %}).\n',
    },
    '_posts',
  )
  const { documents } = await links.findTargets('robots', 10)
  expect(documents).toEqual([
    { path: '_posts/2023-01-02-robots.md', title: 'Robots', url: '/2023/01/02/robots.html' },
  ])
  expect(await links.targetAddress(documents[0]!.path)).toBe('{% post_url 2023-01-02-robots %}')
  expect(await links.targetAddress(path, 5)).toBe('{% post_url 2022-01-02-tapes %}#at-why-tapes')
  expect(await links.targetAddress('_posts/2024-01-01-none.md')).toBeUndefined()
})
