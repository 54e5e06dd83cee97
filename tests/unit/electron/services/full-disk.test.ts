import { readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type OpenedFolder, openFolder, writeFiles } from '../../../support/open-folder.ts'
import { canMount, fill, makeReadOnly, smallDisk } from '../../../support/small-disk.ts'

const path = '_posts/2026-03-01-talk.md'
const old = '---\ntitle: Talk\n---\nWords.\n'
const long = 'words '.repeat(4_000)

async function openOnSmallDisk(): Promise<{ disk: string; opened: OpenedFolder; version: string }> {
  const disk = smallDisk(1024 * 1024)
  await writeFiles(join(disk, 'site'), { '_config.yml': '', [path]: old })
  const opened = await openFolder(disk)
  await opened.settled()
  const { version } = await opened.posts.readPost(path)
  return { disk, opened, version }
}

function onDisk(disk: string): string {
  return readFileSync(join(disk, 'site', path), 'utf8')
}

// Only root may mount a small disk; CI runs as root.
describe.skipIf(!canMount)('on a small disk (needs root, to mount one)', () => {
  test('a save to a full disk says so, leaves the old text whole and nothing beside it, and works once there is room', async () => {
    const { disk, opened, version } = await openOnSmallDisk()
    const filler = fill(disk)
    await expect(opened.posts.savePost(path, long, version)).rejects.toMatchObject({ code: 'post.disk-full' })
    expect(onDisk(disk)).toBe(old)
    expect(readdirSync(join(disk, 'site', '_posts'))).toEqual(['2026-03-01-talk.md'])
    rmSync(filler)
    await opened.posts.savePost(path, long, version)
    expect(onDisk(disk)).toBe(long)
    await opened.close()
  })

  test('what is typed while the disk is full goes into the space set aside, edit after edit, and comes back', async () => {
    const { disk, opened, version } = await openOnSmallDisk()
    await opened.drafts.keepDraft({ path, baseVersion: version, source: 'typed while there was room' })
    fill(disk)
    for (let edit = 0; edit < 40; edit++)
      await opened.drafts.keepDraft({ path, baseVersion: version, source: `${long}${edit}` })
    await opened.close()
    const next = await openFolder(disk)
    expect(await next.drafts.recoverDrafts()).toMatchObject([
      { path, baseVersion: version, source: `${long}39` },
    ])
    await next.close()
  })

  test('once there is room again, unsaved text is kept, saved and dropped as before', async () => {
    const { disk, opened, version } = await openOnSmallDisk()
    const filler = fill(disk)
    await opened.drafts.keepDraft({ path, baseVersion: version, source: `${long}1` })
    rmSync(filler)
    await opened.drafts.keepDraft({ path, baseVersion: version, source: `${long}2` })
    expect(await opened.drafts.recoverDrafts()).toMatchObject([{ source: `${long}2` }])
    await opened.posts.savePost(path, `${long}2`, version)
    await opened.drafts.dropDraft(path)
    await opened.close()
    const next = await openFolder(disk)
    expect(await next.drafts.recoverDrafts()).toEqual([])
    await next.close()
  })

  test('past the space set aside, the next edit is refused with “Not saved”, and the last kept one stays', async () => {
    const { disk, opened, version } = await openOnSmallDisk()
    fill(disk)
    await opened.drafts.keepDraft({ path, baseVersion: version, source: long })
    await expect(
      opened.drafts.keepDraft({ path, baseVersion: version, source: long.repeat(4) }),
    ).rejects.toMatchObject({ code: 'draft.disk-full', message: expect.stringMatching(/^Not saved/) })
    expect(await opened.drafts.recoverDrafts()).toMatchObject([{ source: long }])
    await opened.close()
  })

  test('a folder that turns read-only keeps the file, says why, and takes the save when it can be written again', async () => {
    const { disk, opened, version } = await openOnSmallDisk()
    makeReadOnly(disk)
    await expect(opened.posts.savePost(path, long, version)).rejects.toMatchObject({
      code: 'post.read-only-disk',
    })
    await expect(opened.drafts.keepDraft({ path, source: long })).rejects.toMatchObject({
      code: 'draft.not-kept',
    })
    expect(onDisk(disk)).toBe(old)
    expect((await opened.posts.listPosts()).map(row => row.title)).toEqual(['Talk'])
    makeReadOnly(disk, false)
    await opened.posts.savePost(path, long, version)
    expect(onDisk(disk)).toBe(long)
    await opened.close()
  })
})
