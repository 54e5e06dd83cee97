import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SearchQuery, SearchResult } from '../../../../core/contract/index.ts'
import { type OpenedFolder, openFolder, writeFiles } from '../../../support/open-folder.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

let site: string
let opened: OpenedFolder

const unikernels = '_posts/2026-03-01-unikernels.md'
const ocaml = '_posts/2026-04-01-ocaml.md'

beforeEach(async () => {
  const home = temporaryFolder()
  site = join(home, 'site')
  await writeFiles(site, {
    '_config.yml': '',
    [unikernels]:
      '---\ntitle: Unikernels, a talk\ntags: [mirage]\n---\nSmall systems.\nA second line on systems – small ones.\n',
    [ocaml]: '---\ntitle: OCaml\n---\nThe system of modules in OCaml; small.\n',
    '_layouts/post.html': 'small systems',
  })
  opened = await openFolder(home)
})

afterEach(() => opened.close())

function search(text: string, query: Partial<SearchQuery> = {}): Promise<SearchResult> {
  return opened.search.searchPosts({
    text,
    kind: 'words',
    matchCase: false,
    wholeWord: false,
    where: 'everywhere',
    mostPosts: 50,
    ...query,
  })
}

/** `path: matched text, …` for each post found. */
async function found(text: string, query: Partial<SearchQuery> = {}): Promise<string[]> {
  const { posts } = await search(text, query)
  return Promise.all(
    posts.map(async ({ path, matches }) => {
      const { source } = await opened.posts.readPost(path)
      return `${path.slice(18, -3)}: ${matches.map(({ from, to }) => source.slice(from, to)).join(', ')}`
    }),
  )
}

test('finds posts that hold all words in any order and case, newest first', async () => {
  expect(await found('SMALL system')).toEqual([
    'ocaml: system, small',
    'unikernels: Small, system, system, small',
  ])
  expect(await found('small mirage')).toEqual(['unikernels: mirage, Small, small'])
  expect(await found('nowhere')).toEqual([])
  expect(await found('  ')).toEqual([])
})

test('finds exact text, whole words, and with the case as typed', async () => {
  expect(await found('small systems', { kind: 'exact' })).toEqual(['unikernels: Small systems'])
  expect(await found('system', { wholeWord: true })).toEqual(['ocaml: system'])
  expect(await found('Small', { matchCase: true })).toEqual(['unikernels: Small'])
  expect(await found('systems –', { kind: 'exact' })).toEqual(['unikernels: systems –'])
})

test('finds in the front matter alone, or in the body alone', async () => {
  expect(await found('ocaml', { where: 'front-matter' })).toEqual(['ocaml: OCaml'])
  expect(await found('talk', { where: 'body' })).toEqual([])
})

test('finds what a regular expression matches, line by line', async () => {
  expect(await found('^The\\s\\w+', { kind: 'expression' })).toEqual(['ocaml: The system'])
  expect(await found('systems?\\.$', { kind: 'expression' })).toEqual(['unikernels: systems.'])
})

test('shows the line, and where the match is in it', async () => {
  const { posts } = await search('second')
  expect(posts[0]?.matches).toEqual([
    expect.objectContaining({
      line: 6,
      excerpt: 'A second line on systems – small ones.',
      excerptFrom: 2,
      excerptTo: 8,
    }),
  ])
})

test('says when there are more posts than it shows', async () => {
  expect(await search('small', { mostPosts: 1 })).toMatchObject({ isCut: true, posts: [{ path: ocaml }] })
})

test('refuses what is no regular expression', async () => {
  await expect(search('(', { kind: 'expression' })).rejects.toMatchObject({ code: 'search.bad-pattern' })
})

test('stops an expression that never ends after about a second, and searches on', async () => {
  await writeFiles(site, { [ocaml]: `---\n---\n${'a'.repeat(60)}!\n` })
  await search('small')
  const began = performance.now()
  await expect(search('^(a|a)*$', { kind: 'expression' })).rejects.toMatchObject({ code: 'search.too-slow' })
  expect(performance.now() - began).toBeLessThan(6_000)
  expect(await found('mirage')).toEqual(['unikernels: mirage'])
})

test('finds what was saved, made, changed or removed since the last search', async () => {
  await search('small')
  const { version } = await opened.posts.readPost(ocaml)
  await opened.posts.savePost(ocaml, 'zebra one', version)
  await opened.posts.createPost('_posts/2026-05-01-new.md', 'zebra two')
  await writeFiles(site, { [unikernels]: 'zebra three' })
  await expect.poll(() => found('zebra')).toHaveLength(3)
  await rm(join(site, unikernels))
  await expect.poll(() => found('zebra')).toHaveLength(2)
  expect(await found('small')).toEqual([])
})

test('replaces chosen matches in many posts, and one undo takes all of it back', async () => {
  const { posts } = await search('system', { kind: 'exact' })
  const before = await Promise.all(posts.map(({ path }) => opened.posts.readPost(path)))
  const { replaceId } = await opened.search.replaceInPosts(
    posts.map(({ path, version, matches }) => ({
      path,
      baseVersion: version,
      // The first match of each post; the writer left the others out.
      edits: matches.slice(0, 1).map(({ from, to }) => ({ from, to, insert: 'SYSTEM' })),
    })),
  )
  expect(await found('SYSTEM', { matchCase: true })).toEqual(['ocaml: SYSTEM', 'unikernels: SYSTEM'])
  expect(await opened.search.undoReplace(replaceId)).toEqual({ changedSince: [] })
  expect(await Promise.all(posts.map(({ path }) => opened.posts.readPost(path)))).toEqual(before)
  await expect(opened.search.undoReplace(replaceId)).rejects.toMatchObject({ code: 'replace.not-found' })
})

test('replaces nothing when one of the posts was changed meanwhile', async () => {
  const { posts } = await search('system', { kind: 'exact' })
  await writeFiles(site, { [unikernels]: 'theirs' })
  const { source } = await opened.posts.readPost(ocaml)
  await expect(
    opened.search.replaceInPosts(
      posts.map(({ path, version }) => ({
        path,
        baseVersion: version,
        edits: [{ from: 0, to: 0, insert: 'x' }],
      })),
    ),
  ).rejects.toMatchObject({ code: 'post.changed-on-disk' })
  expect((await opened.posts.readPost(ocaml)).source).toBe(source)
})

test('an undo leaves alone, and names, a post that was changed since', async () => {
  const { posts } = await search('system', { kind: 'exact' })
  const { replaceId } = await opened.search.replaceInPosts(
    posts.map(({ path, version }) => ({
      path,
      baseVersion: version,
      edits: [{ from: 0, to: 0, insert: 'x' }],
    })),
  )
  await writeFiles(site, { [unikernels]: 'theirs' })
  expect(await opened.search.undoReplace(replaceId)).toEqual({ changedSince: [unikernels] })
  expect((await opened.posts.readPost(unikernels)).source).toBe('theirs')
})
