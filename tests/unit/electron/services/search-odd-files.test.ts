import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SearchQuery } from '../../../../core/contract/index.ts'
import { type OpenedFolder, openFolder, writeFiles } from '../../../support/open-folder.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

let site: string
let opened: OpenedFolder

beforeEach(async () => {
  const home = temporaryFolder()
  site = join(home, 'site')
  await writeFiles(site, { '_config.yml': '', '_posts/2026-01-01-plain.md': '---\ntitle: A\n---\nA tape.\n' })
  opened = await openFolder(home)
})

afterEach(() => opened.close())

function search(text: string, replacement: string, query: Partial<SearchQuery> = {}) {
  return opened.search.searchPosts({
    text,
    replacement,
    kind: 'exact',
    matchCase: false,
    wholeWord: false,
    where: 'everywhere',
    mostPosts: 50,
    ...query,
  })
}

/** Replaces every match that can be. */
async function replaceAll(
  text: string,
  replacement: string,
  query: Partial<SearchQuery> = {},
): Promise<string> {
  const { posts } = await search(text, replacement, query)
  const { replaceId } = await opened.search.replaceInPosts(
    posts
      .map(({ path, version, matches }) => ({
        path,
        baseVersion: version,
        edits: matches.flatMap(({ from, to, insert }) =>
          insert === undefined ? [] : [{ from, to, insert }],
        ),
      }))
      .filter(({ edits }) => edits.length > 0),
  )
  return replaceId
}

const bytesOf = (name: string): Buffer => readFileSync(join(site, '_posts', name))

async function write(name: string, bytes: Buffer): Promise<void> {
  await writeFile(join(site, '_posts', name), bytes)
}

test.each([
  ['line ends of Windows', '---\r\ntitle: B\r\n---\r\nOne tape\r\nand a tape.\r\n'],
  ['line ends of two kinds', '---\ntitle: B\r\n---\nOne tape\r\n\nand a tape.'],
  ['a byte order mark', '\uFEFF---\ntitle: B\n---\nOne tape.\n'],
  ['letters of two units', '---\ntitle: 🎞️ B\n---\n👩‍💻 One tape 🎞️ tape\n'],
  ['letters that grow in lower case', '---\ntitle: İİİ\n---\nİ tape İ tape\n'],
  ['a zero byte', '---\ntitle: B\n---\nOne\0tape\n'],
])('replacing in a file with %s changes the words alone, and undo gives its bytes back', async (_, text) => {
  const name = '2026-02-01-odd.md'
  const before = Buffer.from(text)
  await write(name, before)
  const replaceId = await replaceAll('tape', 'disk')
  expect(bytesOf(name).toString()).toBe(text.replaceAll('tape', 'disk'))
  await opened.search.undoReplace(replaceId)
  expect(bytesOf(name).equals(before)).toBe(true)
})

test('a file that is no UTF-8 is found, offered no replacement, and keeps its bytes', async () => {
  const name = '2026-02-01-latin.md'
  const before = Buffer.from('---\ntitle: Caf\xe9\n---\nDas Tonband, Gr\xf6\xdfe: tape\n', 'latin1')
  await write(name, before)
  const { posts } = await search('tape', 'disk')
  const inLatin = posts.find(({ path }) => path.endsWith(name))
  expect(inLatin?.matches.map(({ excerpt, insert }) => [excerpt.includes('tape'), insert])).toEqual([
    [true, undefined],
  ])
  await replaceAll('tape', 'disk')
  expect(bytesOf(name).equals(before)).toBe(true)
  expect(bytesOf('2026-01-01-plain.md').toString()).toContain('A disk.')
})

test('such a file is not written when it is asked for all the same', async () => {
  const name = '2026-02-01-latin.md'
  const before = Buffer.from('---\ntitle: Caf\xe9\n---\ntape\n', 'latin1')
  await write(name, before)
  const { version } = await opened.posts.readPost(`_posts/${name}`)
  await expect(
    opened.search.replaceInPosts([
      { path: `_posts/${name}`, baseVersion: version, edits: [{ from: 0, to: 0, insert: 'x' }] },
    ]),
  ).rejects.toMatchObject({ code: 'post.not-utf8' })
  expect(bytesOf(name).equals(before)).toBe(true)
})

test('a post of 5 MB is searched and replaced in like any other', async () => {
  const name = '2026-02-01-long.md'
  const text = `---\ntitle: Long\n---\n${'Words about nothing in particular, and a tape.\n'.repeat(110_000)}`
  await write(name, Buffer.from(text))
  await replaceAll('tape', 'disk', { wholeWord: true })
  expect(bytesOf(name).toString() === text.replaceAll('tape', 'disk')).toBe(true)
})
