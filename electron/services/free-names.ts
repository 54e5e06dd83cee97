import { basename } from 'node:path'
import { asideOf } from './aside-name.ts'
import { isMissing, systemCode } from './disk-errors.ts'
import { type FileFacts, isSameInode } from './file-facts.ts'
import type { FileSystem } from './file-system.ts'
import { refusesSecondNames } from './swap-names.ts'

/**
 * Moves a file to a name that is free; rejects with EEXIST, and nothing moved, where it is taken.
 *
 * `rename` would silently replace a file that appeared meanwhile, so the file gets its second name by `link`, which
 * the system refuses for a taken name, and then loses the first. Where the disk has no second names (FAT), the look
 * comes first and the rename right after it.
 */
export async function moveToFreeName(disk: FileSystem, from: string, to: string): Promise<void> {
  const ours = await disk.nameFacts(from)
  const hasBothNames = (found: FileFacts): boolean => isSameInode(found, ours) && found.names > ours.names
  try {
    if ((await giveName(disk, from, to)) === 'moved') return
  } catch (error) {
    if (systemCode(error) === 'EEXIST' && (await isSameName(disk, from, to))) return disk.rename(from, to)
    throw error
  }
  try {
    // Another program may have put a file of its own under either name; ours then keeps the name it still has.
    if (!(await takeAwayIf(disk, from, asideOf(from), hasBothNames)))
      throw Object.assign(new Error(`${from} or ${to} changed`), { code: 'ESTALE' })
  } catch (error) {
    await dropSecondName(disk, from, to)
    throw error
  }
}

/**
 * Takes a name away only if what it stands for passes `test`; false, with the file under its name, otherwise.
 *
 * The file is moved to `aside` first and looked at there, where no other program puts another in its place.
 */
export async function takeAwayIf(
  disk: FileSystem,
  path: string,
  aside: string,
  test: (facts: FileFacts) => boolean | Promise<boolean>,
): Promise<boolean> {
  await disk.rename(path, aside)
  try {
    if (await test(await disk.nameFacts(aside))) {
      await disk.unlink(aside)
      return true
    }
  } catch (error) {
    await giveBack(disk, aside, path)
    throw error
  }
  await giveBack(disk, aside, path)
  return false
}

/** Gives a file that was moved aside its name back; where another program has taken that, a name of a conflict copy. */
export async function giveBack(disk: FileSystem, aside: string, path: string): Promise<void> {
  if (await isOneFile(disk, aside, path)) return disk.unlink(aside)
  await giveFirstFree(disk, aside, path, 0)
}

/** Keeps a file that was moved aside as what sync clients call a conflict copy, which the list offers to reconcile. */
export async function keepAsCopy(disk: FileSystem, aside: string, path: string): Promise<void> {
  await giveFirstFree(disk, aside, path, 1)
}

async function giveFirstFree(disk: FileSystem, aside: string, path: string, first: number): Promise<void> {
  for (let number = first; ; number++) {
    try {
      const given = await giveName(disk, aside, number === 0 ? path : conflictCopyName(path, number))
      if (given === 'both') await disk.unlink(aside)
      return
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error
    }
  }
}

export async function exists(disk: FileSystem, path: string): Promise<boolean> {
  try {
    await disk.stat(path)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/**
 * Gives a file the name `to`, which it has besides its own then, or on a disk without second names in place of it.
 * Rejects with EEXIST where the name is taken.
 */
export async function giveName(disk: FileSystem, from: string, to: string): Promise<'both' | 'moved'> {
  try {
    await disk.link(from, to)
    return 'both'
  } catch (error) {
    if (!refusesSecondNames(error)) throw error
  }
  if (await exists(disk, to)) throw Object.assign(new Error(`${to} exists`), { code: 'EEXIST' })
  await disk.rename(from, to)
  return 'moved'
}

/** `talk (conflicted copy).md`, `talk (conflicted copy 2).md` */
function conflictCopyName(path: string, number: number): string {
  const counted = number === 1 ? '' : ` ${number}`
  return path.replace(/(\.[^./\\]+)?$/, ` (conflicted copy${counted})$1`)
}

/** Takes `to` away again if it is the file that stands at `from`, whosever that is by now. */
async function dropSecondName(disk: FileSystem, from: string, to: string): Promise<void> {
  if (!(await isOneFile(disk, from, to))) return
  const ours = await disk.nameFacts(from)
  await takeAwayIf(disk, to, asideOf(to), found => isSameInode(found, ours))
}

async function isOneFile(disk: FileSystem, a: string, b: string): Promise<boolean> {
  try {
    return isSameInode(await disk.nameFacts(a), await disk.nameFacts(b))
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/** `Talk.md` and `talk.md` on a disk that ignores case: one file, whose name may change its case. */
async function isSameName(disk: FileSystem, from: string, to: string): Promise<boolean> {
  if (from === to || basename(from).toLowerCase() !== basename(to).toLowerCase()) return false
  const [a, b] = [await disk.stat(from), await disk.stat(to)]
  return isSameInode(a, b) && a.names === 1
}
