import { spawnSync } from 'node:child_process'
import {
  closeSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toWireError } from '../../../../core/errors.ts'
import { type FileSystem, diskFileSystem, diskNameCalls } from '../../../../electron/services/file-system.ts'
import { type NameCalls, swapNames } from '../../../../electron/services/swap-names.ts'
import { diskError, watchedDisk } from '../../../support/faulty-disk.ts'
import { type OpenedFolder, openFolder, writeFiles } from '../../../support/open-folder.ts'
import { temporaryFolder } from '../../../support/temporary.ts'

const path = '_posts/2026-03-01-talk.md'
const renamed = '_posts/2026-03-02-talk.md'
const old = 'old words\n'
const typed = 'old words, and new ones\n'
const theirs = 'old words, and theirs\n'

/** A real disk that calls `before` ahead of each system call that Lectern makes, those inside of a swap included. */
function diskOfMoments(before: (call: string) => void): FileSystem {
  const told = <A extends readonly unknown[], R>(call: string, run: (...args: A) => R) => {
    return (...args: A): R => {
      before(call)
      return run(...args)
    }
  }
  const calls: NameCalls = {
    facts: told('look', diskNameCalls.facts),
    rename: told('take away', diskNameCalls.rename),
    link: told('put', diskNameCalls.link),
  }
  return watchedDisk({ ...diskFileSystem, swap: async swap => swapNames(calls, swap) }, ({ name }) =>
    before(name),
  )
}

interface Scene {
  readonly home: string
  readonly site: string
  readonly version: string
  readonly opened: OpenedFolder
  /** Counts moments from now on. */
  readonly begin: (atMoment: (index: number, call: string) => void) => void
}

async function scene(): Promise<Scene> {
  const home = temporaryFolder()
  const site = join(home, 'site')
  await writeFiles(site, { '_config.yml': '', [path]: old })
  let atMoment: (index: number, call: string) => void = () => {}
  let index = 0
  const opened = await openFolder(home, { disk: diskOfMoments(call => atMoment(index++, call)) })
  await opened.settled()
  const { version } = await opened.posts.readPost(path)
  return {
    home,
    site,
    version,
    opened,
    begin: next => {
      index = 0
      atMoment = next
    },
  }
}

const acts = {
  save: async ({ posts }: OpenedFolder, version: string) => {
    await posts.savePost(path, typed, version)
  },
  rename: async ({ posts }: OpenedFolder) => {
    await posts.renamePost(path, renamed)
  },
  delete: async ({ posts }: OpenedFolder) => {
    await posts.trashPost(path)
  },
} as const

type Act = keyof typeof acts

async function momentsOf(act: Act): Promise<readonly string[]> {
  const { opened, version, begin } = await scene()
  const calls: string[] = []
  begin((_, call) => void calls.push(call))
  await acts[act](opened, version)
  begin(() => {})
  await opened.close()
  return calls
}

/**
 * How programs write into a file that is there: sync clients and most editors rename over it, others write into it.
 * Each says whether it did, as nothing may stand under the name at this moment.
 */
const programs = {
  'renames its own file over ours': (file: string): boolean => {
    writeFileSync(`${file}.theirs`, theirs)
    renameSync(`${file}.theirs`, file)
    return true
  },
  'writes into our file': (file: string): boolean => {
    const opened = openIfThere(file)
    if (opened === undefined) return false
    overwrite(opened)
    return true
  },
  'removes our file and writes its own': (file: string): boolean => {
    rmSync(file, { force: true })
    writeFileSync(file, theirs)
    return true
  },
} as const

const programNames = Object.keys(programs) as (keyof typeof programs)[]

function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, 'r+')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function overwrite(opened: number): void {
  ftruncateSync(opened)
  writeSync(opened, theirs)
  closeSync(opened)
}

function filesIn(site: string): Record<string, string> {
  const names = readdirSync(join(site, '_posts')).toSorted()
  return Object.fromEntries(
    names.map(name => [`_posts/${name}`, readFileSync(join(site, '_posts', name), 'utf8')]),
  )
}

async function failureOf(task: Promise<void>): Promise<string | undefined> {
  return task.then(
    () => undefined,
    (error: unknown) => toWireError(error).code,
  )
}

test.each(programNames)(
  'nothing is lost when another program %s before any one call of a save',
  async name => {
    const calls = await momentsOf('save')
    expect(calls).toEqual(expect.arrayContaining(['look', 'take away', 'put', 'unlink', 'sync folder']))
    for (const at of calls.keys()) {
      const { site, opened, version, begin } = await scene()
      let wrote = false
      begin(index => {
        if (index === at) wrote = programs[name](join(site, path))
      })
      const failure = await failureOf(acts.save(opened, version))
      begin(() => {})
      await opened.close()
      const where = `before call ${at} (${calls[at]})`
      expect(filesIn(site), where).toEqual({ [path]: wrote ? theirs : typed })
      expect([undefined, 'post.changed-on-disk'], where).toContain(failure)
    }
  },
)

test.each([0, 60])(
  'nothing is lost when a program that opened the post before a save cuts it short before any call of it, or after it, and writes %i ms later',
  async laterMs => {
    const calls = await momentsOf('save')
    for (let at = 0; at <= calls.length; at++) {
      const { site, opened, version, begin } = await scene()
      const file = openSync(join(site, path), 'r+')
      const write = (): void => {
        if (laterMs === 0) return overwrite(file)
        ftruncateSync(file)
        setTimeout(() => overwrite(file), laterMs)
      }
      begin(index => {
        if (index === at) write()
      })
      const failure = await failureOf(acts.save(opened, version))
      begin(() => {})
      if (at === calls.length) write()
      const where = `before call ${at} (${calls[at]})`
      expect([undefined, 'post.changed-on-disk'], where).toContain(failure)
      if (laterMs > 0) await new Promise(resolve => setTimeout(resolve, laterMs + 20))
      await opened.close()
      expect(filesIn(site), where).toEqual({ [path]: theirs })
    }
  },
  60_000,
)

test('what such a program writes some seconds after a save is seen, and the save stays among the versions', async () => {
  const { site, opened, version } = await scene()
  const file = openSync(join(site, path), 'r+')
  await acts.save(opened, version)
  overwrite(file)
  expect(filesIn(site)).toEqual({ [path]: typed })
  await new Promise(resolve => setTimeout(resolve, 2_000))
  await opened.announced(event => event.type === 'post-changed' && event.path === path)
  expect(filesIn(site)).toEqual({ [path]: theirs })
  const [latest] = await opened.history.listVersions(path)
  expect(await opened.history.readVersion(path, latest!.version)).toBe(typed)
  await opened.close()
}, 10_000)

test('when a third program replaces the post just as the second’s words get its name back, both are there', async () => {
  const calls = await momentsOf('save')
  const taking = calls.indexOf('take away')
  const thirds: number[] = []
  for (let third = taking + 2; third < taking + 16; third++) {
    const { site, opened, version, begin } = await scene()
    begin(index => {
      if (index === taking) programs['renames its own file over ours'](join(site, path))
      if (index !== third) return
      writeFileSync(join(site, '.third'), 'the third\n')
      renameSync(join(site, '.third'), join(site, path))
      thirds.push(third)
    })
    expect(await failureOf(acts.save(opened, version))).toBe('post.changed-on-disk')
    begin(() => {})
    const texts = Object.values(filesIn(site))
    expect(texts, `before call ${third}`).toContain('the third\n')
    // Before the first got its name back; afterwards the third replaced what it could see.
    if (texts.length === 2) expect(texts).toContain(theirs)
    const listed = await opened.posts.listPosts()
    expect(listed.filter(({ conflictOf }) => conflictOf === path)).toHaveLength(texts.length - 1)
    await opened.close()
  }
  expect(thirds.length).toBeGreaterThan(8)
})

test.each(programNames)(
  'nothing is lost when another program %s before any one call of a rename',
  async name => {
    const calls = await momentsOf('rename')
    for (const at of calls.keys()) {
      for (const target of [path, renamed]) {
        const { site, opened, begin } = await scene()
        let wrote = false
        begin(index => {
          if (index === at) wrote = programs[name](join(site, target))
        })
        const failure = await failureOf(acts.rename(opened))
        begin(() => {})
        await opened.close()
        const where = `${target} before call ${at} (${calls[at]})`
        expect([undefined, 'post.changed-on-disk', 'post.exists', 'post.not-found'], where).toContain(failure)
        const texts = Object.values(filesIn(site))
        expect(texts, where).toContain(wrote ? theirs : old)
        // Ours is there too, unless theirs took its place before the rename began, or after it ended.
        if (texts.length === 2) expect(texts, where).toContain(old)
        expect(texts.length, where).toBeLessThan(3)
      }
    }
  },
)

test.each(programNames)(
  'nothing is lost when another program %s before any one call of a deletion',
  async name => {
    const calls = await momentsOf('delete')
    for (const at of calls.keys()) {
      const { site, opened, begin } = await scene()
      let wrote = false
      begin(index => {
        if (index === at) wrote = programs[name](join(site, path))
      })
      const failure = await failureOf(acts.delete(opened))
      begin(() => {})
      const where = `before call ${at} (${calls[at]})`
      const trashed = await opened.posts.listTrash()
      await opened.close()
      expect([undefined, 'post.changed-on-disk'], where).toContain(failure)
      // Theirs may have come before the look, and be what was deleted.
      const texts = Object.values(filesIn(site))
      expect(texts.length + trashed.length, where).toBeGreaterThan(0)
      if (wrote && trashed.length === 0) expect(texts, where).toEqual([theirs])
      if (!wrote) expect(texts, where).toEqual(failure ? [old] : [])
    }
  },
)

test('a disk that fails to put the new text in place keeps the old under its name', async () => {
  const { site, opened, version, begin } = await scene()
  begin((_, call) => {
    if (call === 'put') throw diskError('EIO')
  })
  expect(await failureOf(acts.save(opened, version))).toBe('post.write-failed')
  expect(filesIn(site)).toEqual({ [path]: old })
  begin(() => {})
  await acts.save(opened, version)
  expect(filesIn(site)).toEqual({ [path]: typed })
  await opened.close()
})

test('on a disk without second names a post is saved, renamed and deleted, and what another program wrote is seen', async () => {
  for (const act of ['save', 'rename', 'delete'] as const) {
    for (const theirsAt of [undefined, 'take away', 'put', 'rename']) {
      const { site, opened, version, begin } = await scene()
      let wrote = false
      begin((_, call) => {
        if (call === theirsAt && !wrote) wrote = programs['renames its own file over ours'](join(site, path))
        if (call === 'put' || call === 'link') throw diskError('EPERM')
      })
      const failure = await failureOf(acts[act](opened, version))
      begin(() => {})
      await opened.close()
      const where = `${act}, theirs before ${theirsAt}`
      const done = { save: [typed], rename: [old], delete: [] }[act]
      const texts = Object.values(filesIn(site))
      if (!wrote) expect([failure, texts], where).toEqual([undefined, done])
      else if (act !== 'rename') expect([failure, texts], where).toEqual(['post.changed-on-disk', [theirs]])
    }
  }
})

/** All that happens after a kill at moment `at` does not. */
function killAt(at: number, before: (index: number) => void): (index: number) => void {
  return index => {
    if (index >= at) throw diskError('EIO')
    before(index)
  }
}

test.each(['save', 'rename', 'delete'] as const)(
  'a kill before any one call of “%s” leaves the post, and after the next start nothing else',
  async act => {
    const calls = await momentsOf(act)
    for (const at of calls.keys()) {
      const { home, site, opened, version, begin } = await scene()
      begin(killAt(at, () => {}))
      await failureOf(acts[act](opened, version))
      const next = await openFolder(home)
      const where = `before call ${at} (${calls[at]})`
      const files = Object.entries(filesIn(site)).filter(([name]) => !name.endsWith('.tmp'))
      const trashed = await next.posts.listTrash()
      if (act === 'delete') expect(files.length + trashed.length, where).toBeGreaterThan(0)
      else expect(files, where).toHaveLength(1)
      for (const [name, text] of files) {
        expect(act === 'rename' ? [path, renamed] : [path], where).toContain(name)
        expect(act === 'save' ? [old, typed] : [old], where).toContain(text)
      }
      begin(() => {})
      await opened.close()
      await next.close()
    }
  },
)

test('what a dead Lectern was writing beside a post is gone after the next start, what a living one writes is not', async () => {
  const { home, site, opened, version } = await scene()
  await acts.save(opened, version)
  await opened.close()
  const { pid: dead } = spawnSync(process.execPath, ['--version'])
  const besideOf = (writer: number): string =>
    `_posts/.lectern-${writer.toString(16).padStart(6, '0')}abcdef.tmp`
  await writeFiles(site, { [besideOf(dead)]: 'half', [besideOf(process.pid)]: 'half' })
  const next = await openFolder(home)
  expect(Object.keys(filesIn(site))).toEqual([besideOf(process.pid), path])
  await next.close()
})

test('a post whose name is as long as the disk takes comes back whole after a kill at any one call of its save', async () => {
  const long = `_posts/2026-03-01-${'nä'.repeat(80)}.md`
  const calls = await momentsOf('save')
  for (let at = calls.indexOf('look'); at < calls.length; at++) {
    const { home, site, opened, begin } = await scene()
    const { version } = await opened.posts.createPost(long, old)
    await opened.posts.createPost('_posts/2026-03-01-another.md', 'another\n')
    begin(killAt(at, () => {}))
    await failureOf(opened.posts.savePost(long, typed, version).then(() => undefined))
    const next = await openFolder(home)
    const files = filesIn(site)
    expect(Object.keys(files).filter(name => !name.endsWith('.tmp'))).toHaveLength(3)
    expect([old, typed], `before call ${at} (${calls[at]})`).toContain(files[long])
    begin(() => {})
    await opened.close()
    await next.close()
  }
})

test.each(['renames its own file over ours', 'writes into our file'] as const)(
  'nothing is lost when another program %s during a save that a kill cuts short, whenever the two happen',
  async name => {
    const calls = await momentsOf('save')
    const from = calls.indexOf('look')
    for (let at = from; at < calls.length; at++) {
      for (let killedAt = at + 1; killedAt < Math.min(at + 14, calls.length + 10); killedAt++) {
        const { home, site, opened, version, begin } = await scene()
        await opened.drafts.keepDraft({ path, baseVersion: version, source: typed })
        let wrote = false
        begin(
          killAt(killedAt, index => {
            if (index === at) wrote = programs[name](join(site, path))
          }),
        )
        const failure = await failureOf(acts.save(opened, version))
        const next = await openFolder(home)
        const files = Object.entries(filesIn(site)).filter(([file]) => !file.endsWith('.tmp'))
        const where = `theirs before call ${at} (${calls[at]}), killed before ${killedAt} (${calls[killedAt]})`
        if (wrote) expect(files, where).toEqual([[path, theirs]])
        else expect([[[path, old]], [[path, typed]]], where).toContainEqual(files)
        // The words are in the journal still, or were in the file when the other program wrote.
        if (failure) {
          const drafts = await next.drafts.recoverDrafts()
          expect([...files.map(([, text]) => text), ...drafts.map(draft => draft.source)], where).toContain(
            typed,
          )
        }
        begin(() => {})
        await opened.close()
        await next.close()
      }
    }
  },
  180_000,
)
