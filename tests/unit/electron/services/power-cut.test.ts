import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fingerprintOf, minimalEdit } from '../../../../core/text/index.ts'
import { diskFileSystem } from '../../../../electron/services/file-system.ts'
import { type OpenedFolder, openFolder, writeFiles } from '../../../support/open-folder.ts'
import { afterPowerCut, filesUnder, layOut, losses, recordDisk } from '../../../support/power-cut.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

const first = '_posts/2026-03-01-talk.md'
const second = '_posts/2026-03-02-talk.md'
/** Each text grew from the one before it; the first line says how far the writing had come. */
const texts = Array.from({ length: 8 }, (_, index) => `${index}\n${'words '.repeat(index * 30)}\n`)

/** A stretch of writing. `tell` is called the moment the status bar would say that text `index` is safe. */
async function write(opened: OpenedFolder, tell: (index: number) => void): Promise<void> {
  const { posts, drafts } = opened
  const keep = async (path: string, index: number, baseVersion: string): Promise<void> => {
    const about = { path, baseVersion }
    const edit = minimalEdit(texts[index - 1]!, texts[index]!)!
    const change = { edit, result: fingerprintOf(texts[index]!) }
    if (!(await drafts.keepChange({ ...about, change })))
      await drafts.keepDraft({ ...about, source: texts[index]! })
    tell(index)
  }
  let { version } = await posts.readPost(first)
  await keep(first, 1, version)
  await keep(first, 2, version)
  version = (await posts.savePost(first, texts[2]!, version)).version
  await drafts.dropDraft(first)
  await keep(first, 3, version)
  await keep(first, 4, version)
  await posts.renamePost(first, second)
  await keep(second, 5, version)
  version = (await posts.savePost(second, texts[6]!, version)).version
  tell(6)
  await drafts.dropDraft(second)
  const { trashId } = await posts.trashPost(second)
  await posts.restorePost(trashId)
  await keep(second, 7, version)
}

test('after a power cut behind any call, with what was not synced lost in any way, all that was said to be safe is there', async () => {
  const home = temporaryFolder()
  const site = join(home, 'site')
  await writeFiles(site, { '_config.yml': '', [first]: texts[0]! })
  await (await openFolder(home)).close()
  const recorded = recordDisk(diskFileSystem, filesUnder(home))
  const opened = await openFolder(home, { disk: recorded.disk })
  await opened.settled()
  await write(opened, index => recorded.tell(String(index)))
  await opened.close()

  for (let count = 0; count <= recorded.calls.length; count++) {
    const told = recorded.calls
      .slice(0, count)
      .flatMap(call => (call.type === 'told' ? [Number(call.what)] : []))
    for (const [index, loss] of losses.entries()) {
      // Half of them each time; all where the status bar has just said something.
      if (recorded.calls[count - 1]?.type !== 'told' && index % 2 !== count % 2) continue
      layOut(afterPowerCut(recorded.starting, recorded.calls, count, loss), home)
      const where = `after ${count} calls (${JSON.stringify(recorded.calls[count - 1])?.slice(0, 200)}), ${loss}`
      expect(await foundText(home, where), where).toBeGreaterThanOrEqual(told.at(-1) ?? 0)
    }
  }
  expect(recorded.calls.length).toBeGreaterThan(80)
}, 180_000)

/** The newest text the writer finds at the next start: unsaved, in the folder, or in the trash. */
async function foundText(home: string, where: string): Promise<number> {
  const next = await openFolder(home)
  try {
    const names = [first, second].filter(path => existsSync(join(home, 'site', path)))
    const trashed = await next.posts.listTrash()
    expect(names.length + trashed.length, where).toBeGreaterThan(0)
    expect(names.length, where).toBeLessThan(2)
    const saved = names.map(path => readFileSync(join(home, 'site', path), 'utf8'))
    for (const source of saved) expect(texts, where).toContain(source)
    const drafts = await next.drafts.recoverDrafts()
    for (const draft of drafts) expect(texts, where).toContain(draft.source)
    for (const { trashId } of trashed) {
      const { path } = await next.posts.restorePost(trashId)
      saved.push((await next.posts.readPost(path)).source)
    }
    return Math.max(
      ...[...saved, ...drafts.map(draft => draft.source)].map(source => Number.parseInt(source, 10)),
    )
  } finally {
    await next.close()
  }
}
