import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fingerprintOf, minimalEdit } from '../../../../core/text/index.ts'
import { toWireError } from '../../../../core/errors.ts'
import { diskFileSystem } from '../../../../electron/services/file-system.ts'
import { isLeftover } from '../../../../electron/services/leftovers.ts'
import { type DiskCall, diskError, watchedDisk } from '../../../support/faulty-disk.ts'
import { type OpenedFolder, openFolder, writeFiles } from '../../../support/open-folder.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

const path = '_posts/2026-03-01-talk.md'
const renamed = '_posts/2026-03-02-talk.md'
const old = '---\ntitle: Talk\n---\nold words\n'
const typed = '---\ntitle: Talk\n---\nold words, and new ones\n'

/** What a writer does, each step through the disk. Each says what it may leave in the folder. */
const acts = {
  save: async ({ posts }: OpenedFolder, version: string) => {
    await posts.savePost(path, typed, version)
  },
  'keep unsaved text': async ({ drafts }: OpenedFolder, version: string) => {
    await drafts.keepDraft({ path, baseVersion: version, source: typed })
  },
  'keep more unsaved text': async ({ drafts }: OpenedFolder, version: string) => {
    await drafts.keepDraft({ path, baseVersion: version, source: old })
    const change = { edit: minimalEdit(old, typed)!, result: fingerprintOf(typed) }
    expect(await drafts.keepChange({ path, baseVersion: version, change })).toBe(true)
  },
  rename: async ({ posts }: OpenedFolder) => {
    await posts.renamePost(path, renamed)
  },
  'rename with unsaved text': async ({ posts, drafts }: OpenedFolder, version: string) => {
    await drafts.keepDraft({ path, baseVersion: version, source: typed })
    await posts.renamePost(path, renamed)
  },
  create: async ({ posts }: OpenedFolder) => {
    await posts.createPost(renamed, typed)
  },
  delete: async ({ posts }: OpenedFolder) => {
    await posts.trashPost(path)
  },
  'delete and bring back': async ({ posts }: OpenedFolder) => {
    const { trashId } = await posts.trashPost(path)
    await posts.restorePost(trashId)
  },
} as const

interface Scene {
  readonly home: string
  readonly site: string
  readonly version: string
  readonly opened: OpenedFolder
  /** Calls from now on are counted, and `atCall` is asked what happens at each. */
  readonly begin: (atCall: (index: number, call: DiskCall) => void, cut?: boolean) => void
}

async function scene(): Promise<Scene> {
  const home = temporaryFolder()
  const site = join(home, 'site')
  await writeFiles(site, { '_config.yml': '', [path]: old })
  let atCall: (index: number, call: DiskCall) => void = () => {}
  let cut = false
  let index = 0
  const disk = watchedDisk(
    diskFileSystem,
    call => atCall(index++, call),
    call => {
      if (!cut) return undefined
      try {
        atCall(index, call)
        return undefined
      } catch {
        return Math.floor((call.bytes?.length ?? 0) / 2)
      }
    },
  )
  const opened = await openFolder(home, { disk })
  await opened.settled()
  const { version } = await opened.posts.readPost(path)
  return {
    home,
    site,
    version,
    opened,
    begin: (next, cutWrites = false) => {
      index = 0
      atCall = next
      cut = cutWrites
    },
  }
}

function postsIn(site: string): Record<string, string> {
  const names = readdirSync(join(site, '_posts')).filter(name => !isLeftover(name))
  return Object.fromEntries(
    names.toSorted().map(name => [`_posts/${name}`, readFileSync(join(site, '_posts', name), 'utf8')]),
  )
}

/** Every state the folder may be in after an act, done or not. */
const allowed: Readonly<Record<keyof typeof acts, readonly Readonly<Record<string, string>>[]>> = {
  save: [{ [path]: old }, { [path]: typed }],
  'keep unsaved text': [{ [path]: old }],
  'keep more unsaved text': [{ [path]: old }],
  rename: [{ [path]: old }, { [renamed]: old }],
  'rename with unsaved text': [{ [path]: old }, { [renamed]: old }],
  create: [{ [path]: old }, { [path]: old, [renamed]: typed }],
  delete: [{ [path]: old }, {}],
  'delete and bring back': [{ [path]: old }, {}],
}

/** How many calls an act makes when nothing fails. */
async function callsOf(act: keyof typeof acts): Promise<DiskCall[]> {
  const { opened, version, begin } = await scene()
  const calls: DiskCall[] = []
  begin((_, call) => void calls.push(call))
  await acts[act](opened, version)
  begin(() => {})
  await opened.close()
  return calls
}

async function sceneWith(
  act: keyof typeof acts,
  failAt: number,
  code: string,
  cut: boolean,
): Promise<{ readonly scene: Scene; readonly failure: unknown }> {
  const set = await scene()
  set.begin(index => {
    if (index === failAt) throw diskError(code)
  }, cut)
  const failure = await acts[act](set.opened, set.version).then(
    () => undefined,
    (error: unknown) => error,
  )
  set.begin(() => {})
  return { scene: set, failure }
}

const names = Object.keys(acts) as (keyof typeof acts)[]

test.each(names.flatMap(act => ['EIO', 'ENOSPC'].map(code => [act, code] as const)))(
  'when any one call of “%s” fails with %s, the files are whole and what was said is true',
  async (act, code) => {
    const calls = await callsOf(act)
    expect(calls.length).toBeGreaterThan(3)
    for (const [failAt] of calls.entries()) {
      for (const cut of calls[failAt]?.name === 'write' ? [false, true] : [false]) {
        const { scene: set, failure } = await sceneWith(act, failAt, code, cut)
        const where = `call ${failAt} (${calls[failAt]?.name})${cut ? ', cut' : ''}`
        const posts = postsIn(set.site)
        expect(allowed[act], where).toContainEqual(posts)
        if (failure) expect(toWireError(failure).code, where).not.toBe('internal.unexpected')
        if (posts[path] === undefined && act.startsWith('delete'))
          expect(await set.opened.posts.listTrash(), where).toHaveLength(1)
        await checkPromise(act, set, failure, where)
        await set.opened.close()
      }
    }
  },
)

/** What did not fail is on the disk, also for the next run; what failed can be done once the disk works. */
async function checkPromise(
  act: keyof typeof acts,
  { home, site, opened, version }: Scene,
  failure: unknown,
  where: string,
): Promise<void> {
  if (failure) {
    if (act === 'save') await opened.posts.savePost(path, typed, version)
    if (act === 'keep unsaved text') await opened.drafts.keepDraft({ path, source: typed })
    if (act === 'save') expect(postsIn(site), where).toEqual({ [path]: typed })
    if (act === 'delete' && postsIn(site)[path] !== undefined) await opened.posts.trashPost(path)
    return
  }
  if (act === 'save') expect(postsIn(site), where).toEqual({ [path]: typed })
  if (act === 'create') expect(postsIn(site), where).toEqual({ [path]: old, [renamed]: typed })
  if (act === 'rename') expect(postsIn(site), where).toEqual({ [renamed]: old })
  if (act === 'delete') expect(await opened.posts.listTrash(), where).toHaveLength(1)
  if (act === 'delete and bring back') expect(postsIn(site), where).toEqual({ [path]: old })
  if (['keep unsaved text', 'keep more unsaved text', 'rename with unsaved text'].includes(act)) {
    const next = await openFolder(home)
    const [name] = Object.keys(postsIn(site))
    expect(await next.drafts.recoverDrafts(), where).toMatchObject([{ path: name, source: typed }])
    await next.close()
  }
}

test('a kill before any one call of forgetting saved text brings back none of it, older sessions’ included', async () => {
  for (let at = 0; at < 12; at++) {
    const { home, opened, version, begin } = await scene()
    await opened.drafts.keepDraft({ path, baseVersion: version, source: 'first session' })
    const earlier = await openFolder(home)
    await earlier.drafts.recoverDrafts()
    await earlier.drafts.keepDraft({ path, baseVersion: version, source: 'second session' })
    // A third session, whose disk dies at a call of the drop.
    await opened.drafts.recoverDrafts()
    await opened.drafts.keepDraft({ path, baseVersion: version, source: typed })
    await opened.posts.savePost(path, typed, version)
    begin(index => {
      if (index >= at) throw diskError('EIO')
    })
    await opened.drafts.dropDraft(path).catch(() => undefined)
    begin(() => {})
    const next = await openFolder(home)
    expect(await next.drafts.recoverDrafts(), `before call ${at}`).toEqual([])
    for (const folder of [opened, earlier, next]) await folder.close()
  }
})
