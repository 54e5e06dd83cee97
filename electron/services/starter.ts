import { randomUUID } from 'node:crypto'
import { cp, mkdir, readFile, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join, relative } from 'node:path'

import { LecternError } from '../../core/errors.ts'
import { isMissing, systemCode } from './disk-errors.ts'
import { type Git, gitOutput, runGit } from './git.ts'

export interface StarterOptions {
  /** Holds starter-site/, which is copied and never edited in place. */
  readonly assetsFolder: string
  /** The folder of the writer's in which the starter is made. */
  readonly writerFolder: string
  readonly git: Git
}

/** Where the starter is, whether or not it has been made. */
export function starterFolder(writerFolder: string): string {
  return join(writerFolder, 'starter')
}

/**
 * The writer's own copy of the starter site, a git repository with one commit. Made whole or not at all; one that is
 * there already is left as it is. On a machine without git it is a plain folder.
 *
 * @returns its absolute path
 * @throws LecternError 'starter.not-made'
 */
export async function makeStarter({ assetsFolder, writerFolder, git }: StarterOptions): Promise<string> {
  const folder = starterFolder(writerFolder)
  if (await isThere(folder)) return folder
  const beside = join(writerFolder, `.starter-${randomUUID().slice(0, 8)}`)
  try {
    await mkdir(writerFolder, { recursive: true })
    await cp(join(assetsFolder, 'starter-site'), beside, { recursive: true })
    await dateFiles(beside)
    await makeRepository(beside, git)
    await rename(beside, folder)
    return folder
  } catch (cause) {
    // What kept the starter from being made is what the writer has to know.
    await rm(beside, { recursive: true, force: true }).catch(() => undefined)
    // Another Lectern that was started at the same moment made it.
    if (await isThere(folder).catch(() => false)) return folder
    throw new LecternError('starter.not-made', [folder, systemCode(cause) ?? String(cause)], { cause })
  }
}

/** A draft has no date but its file's; dated so, the walk through Lectern stands first among posts and drafts. */
const writtenAt = new Date('2025-05-20T09:00:00Z')

async function dateFiles(folder: string): Promise<void> {
  for (const path of await filesOf(folder)) await utimes(join(folder, path), writtenAt, writtenAt)
}

const ourName = 'Lectern'
const ourAddress = 'lectern@localhost'

async function makeRepository(folder: string, git: Git): Promise<void> {
  try {
    await gitOutput(git, folder, ['init', '--quiet', '--template=', '--initial-branch=main'])
  } catch (error) {
    if (error instanceof LecternError && error.code === 'git.missing') return
    throw error
  }
  // What the writer's own configuration asks of commits (signing, hooks, line endings) is not for samples.
  await configure(git, folder, 'commit.gpgSign', 'false')
  await configure(git, folder, 'core.autocrlf', 'false')
  if (!(await hasIdentity(git, folder))) {
    await configure(git, folder, 'user.name', ourName)
    await configure(git, folder, 'user.email', ourAddress)
  }
  await gitOutput(git, folder, ['add', '--all'])
  const once = [`user.name=${ourName}`, `user.email=${ourAddress}`, 'core.hooksPath=/dev/null']
  const message = 'Begin with the sample talks that Lectern brought along'
  const configuration = once.flatMap(each => ['-c', each])
  await gitOutput(git, folder, [...configuration, 'commit', '--quiet', '-m', message])
}

async function configure(git: Git, folder: string, key: string, value: string): Promise<void> {
  await gitOutput(git, folder, ['config', '--local', key, value])
}

async function hasIdentity(git: Git, folder: string): Promise<boolean> {
  const asked = await Promise.all(
    ['user.name', 'user.email'].map(key => runGit(git, folder, ['config', '--get', key])),
  )
  return asked.every(answer => answer.code === 0 && answer.stdout.length > 1)
}

export interface RemovedStarter {
  readonly folder: string
  /** Where the writer's work in it was moved to; undefined when there was none, and it is gone. */
  readonly keptIn: string | undefined
}

/**
 * Takes the starter away. With nothing of the writer's in it, it is deleted; otherwise it is moved out of the way.
 *
 * @param keptFolder made when there is something to keep
 * @returns undefined when there is no starter
 */
export async function removeStarter(
  options: StarterOptions,
  keptFolder: string,
): Promise<RemovedStarter | undefined> {
  const folder = starterFolder(options.writerFolder)
  if (!(await isThere(folder))) return undefined
  if (await isUntouched(folder, options)) {
    await rm(folder, { recursive: true, force: true })
    return { folder, keptIn: undefined }
  }
  const keptIn = join(keptFolder, `starter-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`)
  await mkdir(keptFolder, { recursive: true })
  await move(folder, keptIn)
  return { folder, keptIn }
}

/** The same files with the same bytes as the assets, and no commit but ours. */
async function isUntouched(folder: string, { assetsFolder, git }: StarterOptions): Promise<boolean> {
  const original = join(assetsFolder, 'starter-site')
  const [ours, theirs] = await Promise.all([filesOf(original), filesOf(folder)])
  if (ours.join('\n') !== theirs.join('\n')) return false
  for (const path of ours) {
    const [before, now] = await Promise.all([readFile(join(original, path)), readFile(join(folder, path))])
    if (!before.equals(now)) return false
  }
  if (!(await isThere(join(folder, '.git')))) return true
  const commits = await runGit(git, folder, ['rev-list', '--all', '--count']).catch(() => undefined)
  return commits?.stdout.toString().trim() === '1'
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(path => !path.startsWith('.git/'))
    .toSorted()
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if (systemCode(error) !== 'EXDEV') throw error
    await cp(from, to, { recursive: true, preserveTimestamps: true })
    await rm(from, { recursive: true, force: true })
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}
