import { randomUUID } from 'node:crypto'
import { copyFile, link, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { LecternError } from '../../core/errors.ts'
import type { Repository } from './git-repository.ts'
import { type Git, gitOutput, pieces, runGit } from './git.ts'

/** A path as an index or tree holds it. */
export interface GitEntry {
  readonly path: string
  /** Six octal digits; undefined when the path is not there. */
  readonly mode?: string
  readonly id?: string
  /** Announced by `git add -N`, without content yet. */
  readonly intentToAdd?: boolean
}

/** The id of an empty file, in repositories that count in SHA-1. */
const emptyBlob = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'

const lockPatienceMs = 2_000

/** What the index holds at some paths; a path it does not hold is in the answer without mode and id. */
export async function readIndexEntries(
  git: Git,
  repository: Repository,
  paths: readonly string[],
): Promise<GitEntry[]> {
  const staged = pieces(await gitOutput(git, repository.root, ['ls-files', '--stage', '-z']))
  const held = new Map(staged.map(row => [row.slice(row.indexOf('\t') + 1), row.split(/[ \t]/, 2)] as const))
  // git gives announced files the id of an empty one.
  const empty = [...held.values()].some(([, id]) => id === emptyBlob)
  const announced = empty ? await announcedPaths(git, repository) : new Set<string>()
  return paths.map(path => {
    const [mode, id] = held.get(path) ?? []
    if (mode === undefined || id === undefined) return { path }
    return { path, mode, id, ...(announced.has(path) ? { intentToAdd: true } : {}) }
  })
}

/** Paths announced by `git add -N`: their diff against the work tree starts from no file. */
async function announcedPaths(git: Git, repository: Repository): Promise<Set<string>> {
  const rows = pieces(
    await gitOutput(git, repository.root, ['diff-files', '--name-only', '--diff-filter=A', '-z']),
  )
  return new Set(rows)
}

/** What a commit's tree holds, all of it, by path. */
export async function readTree(
  git: Git,
  repository: Repository,
  commit: string,
): Promise<Map<string, GitEntry>> {
  const rows = pieces(await gitOutput(git, repository.root, ['ls-tree', '-r', '-z', '--full-tree', commit]))
  return new Map(
    rows.map(row => {
      const tab = row.indexOf('\t')
      const [mode, , id] = row.slice(0, tab).split(' ')
      const path = row.slice(tab + 1)
      return [path, { path, mode: mode!, id: id! }]
    }),
  )
}

/** Puts entries into the index file named, and nothing else; a path without mode and id is taken out. */
export async function putEntries(
  git: Git,
  repository: Repository,
  indexFile: string,
  entries: readonly GitEntry[],
): Promise<void> {
  const env = { GIT_INDEX_FILE: indexFile }
  const none = '0'.repeat(repository.head?.length ?? 40)
  const rows = entries.map(({ path, mode, id, intentToAdd }) =>
    mode === undefined || id === undefined || intentToAdd
      ? `0 ${none}\t${path}\0`
      : `${mode} ${id}\t${path}\0`,
  )
  await gitOutput(git, repository.root, ['update-index', '--replace', '-z', '--index-info'], {
    env,
    input: rows.join(''),
  })
  const announced = entries.filter(entry => entry.intentToAdd).map(entry => entry.path)
  if (announced.length > 0)
    await gitOutput(
      git,
      repository.root,
      ['--literal-pathspecs', 'add', '--intent-to-add', '--', ...announced],
      { env },
    )
}

/**
 * Changes some entries of the writer's index; every other stays as it is.
 *
 * @throws LecternError 'git.locked' when another program keeps the lock
 */
export async function changeIndex(
  git: Git,
  repository: Repository,
  folder: string,
  entries: readonly GitEntry[],
): Promise<void> {
  await replaceIndex(repository, folder, async next => {
    await putEntries(git, repository, next, entries)
    // It says no when files differ from the index, which is the writer's business.
    await runGit(git, repository.root, ['update-index', '-q', '--refresh'], { env: { GIT_INDEX_FILE: next } })
  })
}

/**
 * Makes a new index from the old one and renames it over that, while `index.lock` is held, as git itself does. The
 * lock is a hard link to a file in `folder`, so that after a crash {@link releaseOwnLock} can tell it from another
 * program's.
 *
 * @param change is given a copy of the index to work on
 */
export async function replaceIndex(
  repository: Repository,
  folder: string,
  change: (indexFile: string) => Promise<void>,
): Promise<void> {
  const index = join(repository.gitDir, 'index')
  // Each try has a file of its own: a git that was killed leaves its lock beside the file it worked on, and one that
  // outlives its Lectern may still be writing there.
  const next = join(folder, `index.next-${randomUUID().slice(0, 8)}`)
  await takeLock(repository, folder)
  try {
    await copyFile(index, next).catch(ignoreMissing)
    await change(next)
    await syncFile(next)
    await rename(next, index)
  } finally {
    await releaseOwnLock(repository, folder)
    for (const left of [next, `${next}.lock`]) await rm(left, { force: true })
  }
}

async function takeLock(repository: Repository, folder: string): Promise<void> {
  const own = join(folder, 'index.lock')
  const lock = join(repository.gitDir, 'index.lock')
  await writeFile(own, `lectern ${randomUUID()}\n`)
  const giveUp = Date.now() + lockPatienceMs
  for (;;) {
    try {
      return await link(own, lock)
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
      if (Date.now() > giveUp) throw new LecternError('git.locked', [lock], { cause })
      await sleep(50)
    }
  }
}

/** Removes `index.lock` when it is the one taken with `folder`; another program's stays. */
export async function releaseOwnLock(repository: Repository, folder: string): Promise<void> {
  const lock = join(repository.gitDir, 'index.lock')
  const [own, held] = await Promise.all([
    stat(join(folder, 'index.lock')).catch(() => undefined),
    stat(lock).catch(() => undefined),
  ])
  if (own && held && own.ino === held.ino && own.dev === held.dev) await rm(lock, { force: true })
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
