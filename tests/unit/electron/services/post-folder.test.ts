import { link, readFile, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diskFileSystem } from '../../../../electron/services/file-system.ts'
import { createRenameIntent } from '../../../../electron/services/rename-intent.ts'
import { type OpenedFolder, openFolder, writeFiles } from '../../../support/open-folder.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

let home: string
let opened: OpenedFolder

const post = '---\ntitle: First talk\ndate: 2026-03-01 10:00:00 +0100\n---\nWords.\n'
const path = '_posts/2026-03-01-first.md'

beforeEach(async () => {
  home = temporaryFolder()
  await writeFiles(join(home, 'site'), { '_config.yml': 'timezone: Europe/Berlin\n', [path]: post })
  opened = await openFolder(home)
})

afterEach(() => opened.close())

test('a save is on the disk, and nothing is left beside it', async () => {
  const { version } = await opened.posts.readPost(path)
  const saved = await opened.posts.savePost(path, `${post}More.\n`, version)
  expect(await readFile(join(home, 'site', path), 'utf8')).toBe(`${post}More.\n`)
  expect((await opened.posts.readPost(path)).version).toBe(saved.version)
  expect(await readdir(join(home, 'site', '_posts'))).toEqual(['2026-03-01-first.md'])
})

test('a file another program changed is not overwritten', async () => {
  const { version } = await opened.posts.readPost(path)
  await writeFiles(join(home, 'site'), { [path]: 'theirs' })
  await expect(opened.posts.savePost(path, 'mine', version)).rejects.toMatchObject({
    code: 'post.changed-on-disk',
  })
  expect(await readFile(join(home, 'site', path), 'utf8')).toBe('theirs')
})

test('a save asked for again after its answer was lost is not a conflict', async () => {
  const { version } = await opened.posts.readPost(path)
  const first = await opened.posts.savePost(path, 'mine', version)
  expect(await opened.posts.savePost(path, 'mine', version)).toEqual(first)
})

test('a change by another program is announced with its version, an own save is not', async () => {
  const { version } = await opened.posts.readPost(path)
  const { version: mine } = await opened.posts.savePost(path, 'mine', version)
  const heard = opened.announced(event => event.type === 'post-changed')
  await new Promise(resolve => setTimeout(resolve, 200))
  expect(opened.events.filter(event => event.type === 'post-changed')).toEqual([])
  await writeFiles(join(home, 'site'), { [path]: 'theirs' })
  const event = await heard
  expect(event).toMatchObject({ type: 'post-changed', path })
  expect((await opened.posts.readPost(path)).version).toBe((event as { version: string }).version)
  expect(mine).not.toBe((event as { version: string }).version)
})

test('a post removed by another program is announced without a version', async () => {
  await opened.posts.readPost(path)
  const heard = opened.announced(event => event.type === 'post-changed')
  await rm(join(home, 'site', path))
  expect(await heard).toEqual({ type: 'post-changed', path })
})

test('a new file in a new folder is announced and listed within a second', async () => {
  const heard = opened.announced(event => event.type === 'posts-changed')
  const before = performance.now()
  await writeFiles(join(home, 'site'), { '_drafts/deep/idea.md': '---\ntitle: Idea\n---\n' })
  await heard
  expect((await opened.posts.listPosts()).map(row => row.title)).toContain('Idea')
  expect(performance.now() - before).toBeLessThan(1_000)
})

test('a changed layout is announced as a change of the site', async () => {
  const heard = opened.announced(event => event.type === 'site-changed')
  await writeFiles(join(home, 'site'), { '_layouts/post.html': '{{ content }}' })
  expect(await heard).toEqual({ type: 'site-changed' })
})

test('unsaved text comes back in the next run, with cursor, scroll and undo history', async () => {
  const { version } = await opened.posts.readPost(path)
  const view = { anchor: 3, head: 5, scrollTop: 120, history: '{"done":[]}' }
  await opened.drafts.keepDraft({ path, baseVersion: version, source: 'typed', view })
  await opened.drafts.keepDraft({
    path,
    baseVersion: version,
    source: 'typed more',
    view: { ...view, head: 9 },
  })
  const next = await openFolder(home)
  const [draft, ...others] = await next.drafts.recoverDrafts()
  await next.close()
  expect(others).toEqual([])
  expect(draft).toMatchObject({
    path,
    baseVersion: version,
    source: 'typed more',
    view: { ...view, head: 9 },
  })
})

test('a dropped draft stays gone', async () => {
  await opened.drafts.keepDraft({ path, source: 'typed' })
  await opened.drafts.dropDraft(path)
  const next = await openFolder(home)
  expect(await next.drafts.recoverDrafts()).toEqual([])
  await next.close()
})

test('text that was saved before the kill is not recovered as unsaved', async () => {
  const { version } = await opened.posts.readPost(path)
  await opened.drafts.keepDraft({ path, baseVersion: version, source: 'typed' })
  await opened.posts.savePost(path, 'typed', version)
  const next = await openFolder(home)
  expect(await next.drafts.recoverDrafts()).toEqual([])
  await next.close()
})

test('text kept right after a save was asked for is newer than what was saved', async () => {
  const { version } = await opened.posts.readPost(path)
  await opened.drafts.keepDraft({ path, baseVersion: version, source: 'typed' })
  const saved = opened.posts.savePost(path, 'typed and more', version)
  await opened.drafts.keepDraft({ path, baseVersion: version, source: 'typed and more still' })
  await saved
  const next = await openFolder(home)
  expect(await next.drafts.recoverDrafts()).toMatchObject([
    { source: 'typed and more still', baseVersion: (await saved).version },
  ])
  await next.close()
})

test('unsaved text that was saved, and then changed by another program, does not come back', async () => {
  const { version } = await opened.posts.readPost(path)
  await opened.drafts.keepDraft({ path, baseVersion: version, source: 'typed' })
  await opened.posts.savePost(path, 'typed and more', version)
  // Killed before the draft is dropped.
  await writeFiles(join(home, 'site'), { [path]: 'typed and more, and theirs' })
  const next = await openFolder(home)
  expect(await next.drafts.recoverDrafts()).toEqual([])
  await next.close()
})

test('text typed on after a save grew from it, also when another program changed the file then', async () => {
  const { version } = await opened.posts.readPost(path)
  await opened.drafts.keepDraft({ path, baseVersion: version, source: 'typed' })
  const saved = await opened.posts.savePost(path, 'typed', version)
  await opened.drafts.keepDraft({ path, baseVersion: version, source: 'typed on' })
  await writeFiles(join(home, 'site'), { [path]: 'typed, and theirs' })
  const next = await openFolder(home)
  expect(await next.drafts.recoverDrafts()).toMatchObject([
    { source: 'typed on', baseVersion: saved.version },
  ])
  await next.close()
})

test('text typed on during a save that the kill cut short grew from the saved text', async () => {
  const { version } = await opened.posts.readPost(path)
  await opened.drafts.keepDraft({ path, baseVersion: version, source: 'typed' })
  const saved = await opened.posts.savePost(path, 'typed', version)
  await opened.drafts.keepDraft({ path, baseVersion: version, source: 'typed on' })
  const next = await openFolder(home)
  expect(await next.drafts.recoverDrafts()).toMatchObject([
    { source: 'typed on', baseVersion: saved.version },
  ])
  await next.close()
})

test('unsaved text and versions follow a renamed post', async () => {
  const { version } = await opened.posts.readPost(path)
  await opened.posts.savePost(path, 'saved', version)
  await opened.drafts.keepDraft({ path, source: 'typed' })
  await opened.posts.renamePost(path, '_posts/2026-03-02-second.md')
  expect(await opened.drafts.recoverDrafts()).toMatchObject([
    { path: '_posts/2026-03-02-second.md', source: 'typed' },
  ])
  const versions = await opened.history.listVersions('_posts/2026-03-02-second.md')
  expect(versions.map(entry => entry.reason)).toEqual(['saved', 'found'])
  expect(await opened.history.readVersion('_posts/2026-03-02-second.md', version)).toBe(post)
})

test('what is typed before the page hears of a rename is kept for the renamed post', async () => {
  const { version } = await opened.posts.readPost(path)
  const to = '_posts/2026-03-02-second.md'
  await opened.posts.renamePost(path, to)
  await opened.drafts.keepDraft({ path, baseVersion: version, source: 'typed' })
  const next = await openFolder(home)
  expect(await next.drafts.recoverDrafts()).toMatchObject([
    { path: to, source: 'typed', baseVersion: version },
  ])
  await next.close()
})

test('a rename cut short after its text followed keeps what was typed under the new name since', async () => {
  const { version } = await opened.posts.readPost(path)
  const to = '_posts/2026-03-02-second.md'
  await opened.drafts.keepDraft({ path, baseVersion: version, source: 'typed' })
  await rename(join(home, 'site', path), join(home, 'site', to))
  await opened.drafts.keepDraft({ path: to, baseVersion: version, source: 'typed on' })
  await createRenameIntent({
    dataDir: join(home, 'own', 'data'),
    repository: opened.repository,
    disk: diskFileSystem,
  }).begin(path, to)
  const next = await openFolder(home)
  expect(await next.drafts.recoverDrafts()).toMatchObject([{ path: to, source: 'typed on' }])
  await next.close()
})

test('text of a new post under a name that was given up stays with it', async () => {
  await opened.posts.renamePost(path, '_posts/2026-03-02-second.md')
  const { version } = await opened.posts.createPost(path, 'another')
  await opened.drafts.keepDraft({ path, baseVersion: version, source: 'another, typed on' })
  expect(await opened.drafts.recoverDrafts()).toMatchObject([{ path, source: 'another, typed on' }])
})

test('a rename never lands on another post', async () => {
  await opened.posts.createPost('_posts/2026-03-02-second.md', 'second')
  await expect(opened.posts.renamePost(path, '_posts/2026-03-02-second.md')).rejects.toMatchObject({
    code: 'post.exists',
  })
  expect(await readFile(join(home, 'site', '_posts/2026-03-02-second.md'), 'utf8')).toBe('second')
  expect(await readFile(join(home, 'site', path), 'utf8')).toBe(post)
})

test('a deleted post comes back as it was, beside one that took its name meanwhile', async () => {
  const { trashId } = await opened.posts.trashPost(path)
  expect(await readdir(join(home, 'site', '_posts'))).toEqual([])
  expect(await opened.posts.listTrash()).toMatchObject([{ trashId, path }])
  await opened.posts.createPost(path, 'another')
  const restored = await opened.posts.restorePost(trashId)
  expect(restored.path).toBe('_posts/2026-03-01-first-2.md')
  expect(await readFile(join(home, 'site', restored.path), 'utf8')).toBe(post)
  expect(await opened.posts.listTrash()).toEqual([])
})

test('a rename that a kill cut short is finished, unsaved text and versions with it', async () => {
  const { version } = await opened.posts.readPost(path)
  await opened.drafts.keepDraft({ path, baseVersion: version, source: 'typed' })
  const to = '_posts/2026-03-02-second.md'
  await link(join(home, 'site', path), join(home, 'site', to))
  await createRenameIntent({
    dataDir: join(home, 'own', 'data'),
    repository: opened.repository,
    disk: diskFileSystem,
  }).begin(path, to)
  const next = await openFolder(home)
  expect(await readdir(join(home, 'site', '_posts'))).toEqual(['2026-03-02-second.md'])
  expect(await next.drafts.recoverDrafts()).toMatchObject([
    { path: to, source: 'typed', baseVersion: version },
  ])
  await next.close()
})

test('recovered text that was then saved, with more, does not come back in place of what was saved', async () => {
  const { version } = await opened.posts.readPost(path)
  await opened.drafts.keepDraft({ path, baseVersion: version, source: 'typed' })
  const second = await openFolder(home)
  expect(await second.drafts.recoverDrafts()).toMatchObject([{ source: 'typed' }])
  await second.posts.readPost(path)
  await second.posts.savePost(path, 'typed and more', version)
  // Killed before the draft is dropped.
  const third = await openFolder(home)
  expect(await third.drafts.recoverDrafts()).toEqual([])
  await second.close()
  await third.close()
})
