import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type AsideName, nameBefore, readAsideName } from './aside-name.ts'
import { isMissing } from './disk-errors.ts'
import { isSameInode } from './file-facts.ts'
import type { FileSystem } from './file-system.ts'
import { giveBack, keepAsCopy } from './free-names.ts'
import { bytesOf, putBack } from './replace-file.ts'
import { isBeside, isWriterAlive } from './safe-write.ts'
import { versionOf } from './version.ts'

interface Aside extends AsideName {
  readonly path: string
  /** It holds what Lectern knew there, and nothing of another program's. */
  readonly isAsKnown: boolean
}

/**
 * Ends in one folder (absolute) what a kill left half done: what was moved aside goes, or gets its name back.
 *
 * @param test of an aside's path; absent where nothing of ours can be under way
 */
export async function bringBack(
  disk: FileSystem,
  folder: string,
  test: (path: string) => boolean = () => true,
): Promise<void> {
  const asides: Aside[] = []
  const names = await namesIn(folder)
  for (const fileName of names) {
    const path = join(folder, fileName)
    const name = readAsideName(fileName)
    if (isBeside(fileName) && test(path)) await ifThere(() => dropBeside(disk, path))
    if (name && test(path)) await ifThere(async () => void asides.push(await lookedAt(disk, path, name)))
  }
  // What another program wrote goes before what Lectern knew anyway.
  for (const aside of asides.toSorted((a, b) => Number(a.isAsKnown) - Number(b.isAsKnown)))
    await ifThere(() => settle(disk, aside, join(folder, nameBefore(aside, names))))
  if (asides.length > 0) await ifThere(() => disk.syncFolder(folder))
}

/** What was written beside and has its name already, or was never ended. A second Lectern may be at it. */
async function dropBeside(disk: FileSystem, beside: string): Promise<void> {
  const isNeeded = isWriterAlive(basename(beside)) && (await disk.nameFacts(beside)).names === 1
  if (!isNeeded) await disk.unlink(beside)
}

async function lookedAt(disk: FileSystem, path: string, name: AsideName): Promise<Aside> {
  const isAsKnown =
    name.known === ''
      ? (await disk.nameFacts(path)).names > 1
      : versionOf(await bytesOf(disk, path)).startsWith(name.known)
  return { ...name, path, isAsKnown }
}

async function settle(disk: FileSystem, aside: Aside, target: string): Promise<void> {
  const { path, isAsKnown, known, instead } = aside
  // A rename that gave the new name already, and a deletion, are done once the old name is gone.
  if (isAsKnown && instead === '') return disk.unlink(path)
  const stands = await facts(disk, target)
  if (!stands) return giveBack(disk, path, target)
  if (isAsKnown || isSameInode(stands, await disk.nameFacts(path))) return disk.unlink(path)
  if (known === '' || instead === '') return giveBack(disk, path, target)
  if (versionOf(await bytesOf(disk, target)).startsWith(instead)) return putBack(disk, target, path, instead)
  return keepAsCopy(disk, path, target)
}

async function facts(disk: FileSystem, path: string) {
  try {
    return await disk.nameFacts(path)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** A second Lectern may tidy up at the same time. */
async function ifThere(task: () => Promise<void>): Promise<void> {
  try {
    await task()
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
