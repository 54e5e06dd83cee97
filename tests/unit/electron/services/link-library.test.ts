import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { diskFileSystem } from '../../../../electron/services/file-system.ts'
import { createLinkLibrary } from '../../../../electron/services/link-library.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

function blog(posts: Readonly<Record<string, string>>) {
  const folder = temporaryFolder('links')
  const dataDir = temporaryFolder('links-data')
  const write = (path: string, source: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), source)
  }
  for (const [path, source] of Object.entries(posts)) write(path, source)
  const open = () => createLinkLibrary({ folder, dataDir, disk: diskFileSystem })
  return { folder, write, open }
}

const posts = {
  '_posts/2020-01-01-one.md': 'See [tapes][tape].\n\n[tape]: https://tape.example/\n',
  '_posts/2021-01-01-two.md':
    'On [tape][] and [robots](/robots) ![r](/r.png).\n\n[tape]: http://tape.example\n',
  '_posts/2022-01-01-three.md': 'My [tape][].\n\n[tape]: /mine\n',
}

test('All posts’ links are known, with where they are and what contradicts', async () => {
  const library = blog(posts).open()
  expect(await library.knownLinks()).toEqual([
    { url: '/mine', label: 'tape', text: 'tape', posts: 1, path: '_posts/2022-01-01-three.md' },
    { url: 'http://tape.example', label: 'tape', text: 'tape', posts: 1, path: '_posts/2021-01-01-two.md' },
    { url: '/robots', text: 'robots', posts: 1, path: '_posts/2021-01-01-two.md' },
    {
      url: 'https://tape.example/',
      label: 'tape',
      text: 'tapes',
      posts: 1,
      path: '_posts/2020-01-01-one.md',
    },
  ])
  expect(await library.linkPlaces('https://tape.example')).toEqual([
    { path: '_posts/2021-01-01-two.md', line: 1, text: 'tape', label: 'tape' },
    { path: '_posts/2020-01-01-one.md', line: 1, text: 'tapes', label: 'tape' },
  ])
  expect(await library.linkConflicts()).toEqual([
    {
      type: 'label',
      name: 'tape',
      meanings: [
        { name: '//tape.example', paths: ['_posts/2021-01-01-two.md', '_posts/2020-01-01-one.md'] },
        { name: '/mine', paths: ['_posts/2022-01-01-three.md'] },
      ],
    },
  ])
})

test('What changed, came or went since is known, also by a library opened anew', async () => {
  const { folder, write, open } = blog(posts)
  await open().knownLinks()
  write('_posts/2020-01-01-one.md', 'Now [boats](/boats) here, at last.\n')
  write('_posts/2023-01-01-four.md', '[a](/a)\n')
  rmSync(join(folder, '_posts/2022-01-01-three.md'))
  const urls = (await open().knownLinks()).map(link => link.url)
  expect(urls).toEqual(['/a', 'http://tape.example', '/robots', '/boats'])
})
