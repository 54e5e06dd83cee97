import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { isMissing, systemCode } from './disk-errors.ts'
import { type FileFacts, type FileSystem, type OpenFile, sameFile } from './file-system.ts'

/** Files being written beside their goal are called so; a leftover of a crash is known by it. Jekyll skips dotfiles. */
const besideName = /^\.lectern-[0-9a-f]{12}\.tmp$/

export function isLeftover(name: string): boolean {
  return besideName.test(name)
}

/** How a replacement ended. `changed`: another program's bytes stand there, and nothing of theirs was overwritten. */
export type Replacement = 'written' | 'changed'

/**
 * Replaces a file's content so that, whatever happens, either the old or the new bytes are there, whole.
 *
 * Written beside, made durable, renamed over, folder made durable. Mode, owner (where the system lets us) and a
 * symbolic link at `path` stay. `expected` sees the bytes on disk first; when it refuses them nothing is written.
 */
export async function replaceFile(
  disk: FileSystem,
  path: string,
  bytes: Uint8Array,
  expected: (current: Buffer) => boolean,
): Promise<Replacement> {
  const target = await disk.realpath(path)
  const current = await disk.open(target, 'read')
  try {
    const before = await current.facts()
    const old = await current.read()
    if (!expected(old) || !sameFile(before, await current.facts())) return 'changed'
    const beside = await writeBeside(disk, target, bytes, before)
    if (!(await movedOver(disk, beside, target, before))) return 'changed'
    if (await grewMeanwhile(current, before, old)) {
      await putBack(disk, target, current, before)
      return 'changed'
    }
    await disk.syncFolder(dirname(target))
    return 'written'
  } finally {
    await current.close()
  }
}

/** Writes a new file, whole and durable; rejects with EEXIST where the name is taken. */
export async function createFile(disk: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const beside = await writeBeside(disk, path, bytes, undefined)
  try {
    await moveToFreeName(disk, beside, path)
  } catch (error) {
    await discard(disk, beside)
    throw error
  }
  await disk.syncFolder(dirname(path))
}

/**
 * Moves a file to a name that is free; rejects with EEXIST, and nothing moved, where it is taken.
 *
 * `rename` would silently replace a file that appeared meanwhile, so the file gets its second name by `link`, which
 * the system refuses for a taken name, and then loses the first. Where the disk has no second names (FAT), the look
 * comes first and the rename right after it.
 */
export async function moveToFreeName(disk: FileSystem, from: string, to: string): Promise<void> {
  const ours = await disk.nameFacts(from)
  const hasBothNames = (found: FileFacts): boolean =>
    found.device === ours.device && found.inode === ours.inode && found.names > ours.names
  try {
    await disk.link(from, to)
  } catch (error) {
    if (systemCode(error) === 'EEXIST' && (await isSameName(disk, from, to))) return disk.rename(from, to)
    if (!noSecondNames.has(systemCode(error) ?? '')) throw error
    if (await exists(disk, to)) throw Object.assign(new Error(`${to} exists`), { code: 'EEXIST' })
    return disk.rename(from, to)
  }
  try {
    // Another program may have put a file of its own under either name; ours then keeps the name it still has.
    if (!(await disk.unlinkIf(from, hasBothNames)))
      throw Object.assign(new Error(`${from} or ${to} changed`), { code: 'ESTALE' })
  } catch (error) {
    await dropSecondName(disk, from, to)
    throw error
  }
}

/** Takes `to` away again if it is the file that stands at `from`, whosever that is by now. */
async function dropSecondName(disk: FileSystem, from: string, to: string): Promise<void> {
  if (!(await exists(disk, from))) return
  const stands = await disk.nameFacts(from)
  await disk.unlinkIf(to, found => found.device === stands.device && found.inode === stands.inode)
}

const noSecondNames = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL'])

/** Writes a file of Lectern's own (settings, indexes), replacing what was there. Whole and durable. */
export async function writeWhole(disk: FileSystem, path: string, bytes: Uint8Array | string): Promise<void> {
  await disk.makeFolder(dirname(path))
  const beside = await writeBeside(
    disk,
    path,
    typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
    undefined,
  )
  try {
    await disk.rename(beside, path)
  } catch (error) {
    await discard(disk, beside)
    throw error
  }
  await disk.syncFolder(dirname(path))
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

/** A durable file beside `target` with `bytes`, and with the mode and owner of the file it will replace. */
async function writeBeside(
  disk: FileSystem,
  target: string,
  bytes: Uint8Array,
  replaced: FileFacts | undefined,
): Promise<string> {
  const path = join(dirname(target), `.lectern-${randomBytes(6).toString('hex')}.tmp`)
  const file = await disk.open(path, 'create', replaced ? 0o600 : 0o666)
  try {
    try {
      await file.write(bytes)
      if (replaced) await keepOwnerAndMode(file, replaced)
      await file.sync()
    } finally {
      await file.close()
    }
  } catch (error) {
    await discard(disk, path)
    throw error
  }
  return path
}

async function keepOwnerAndMode(file: OpenFile, replaced: FileFacts): Promise<void> {
  const made = await file.facts()
  if (made.user !== replaced.user || made.group !== replaced.group) {
    try {
      await file.setOwner(replaced.user, replaced.group)
    } catch (error) {
      // Only root may give files away; then the writer becomes the owner, as with every editor that renames.
      if (!['EPERM', 'EINVAL', 'ENOSYS', 'ENOTSUP'].includes(systemCode(error) ?? '')) throw error
    }
  }
  if ((await file.facts()).mode !== replaced.mode) await file.setMode(replaced.mode)
}

async function movedOver(
  disk: FileSystem,
  beside: string,
  target: string,
  seen: FileFacts,
): Promise<boolean> {
  let moved = false
  try {
    moved = await disk.renameOver(beside, target, seen)
    return moved
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  } finally {
    if (!moved) await discard(disk, beside)
  }
}

/** Whether another program wrote into the old file, which we still hold open, while ours took its name. */
async function grewMeanwhile(current: OpenFile, before: FileFacts, old: Buffer): Promise<boolean> {
  const now = await current.facts()
  if (now.sizeBytes === before.sizeBytes && now.modifiedNs === before.modifiedNs) return false
  return !(await current.read()).equals(old)
}

/** Gives the name back to what the other program wrote, once it has stopped writing. */
async function putBack(
  disk: FileSystem,
  target: string,
  current: OpenFile,
  before: FileFacts,
): Promise<void> {
  let theirs = await current.read()
  for (let look = 0; look < 50; look++) {
    await new Promise(resolve => setTimeout(resolve, 20))
    const again = await current.read()
    if (again.equals(theirs)) break
    theirs = again
  }
  await disk.rename(await writeBeside(disk, target, theirs, before), target)
  await disk.syncFolder(dirname(target))
}

async function discard(disk: FileSystem, beside: string): Promise<void> {
  try {
    await disk.unlink(beside)
  } catch {
    // The failure that led here is the one to report; a leftover is swept away when the folder is opened next.
  }
}

/** `Talk.md` and `talk.md` on a disk that ignores case: one file, whose name may change its case. */
async function isSameName(disk: FileSystem, from: string, to: string): Promise<boolean> {
  if (from === to || basename(from).toLowerCase() !== basename(to).toLowerCase()) return false
  const [a, b] = [await disk.stat(from), await disk.stat(to)]
  return a.device === b.device && a.inode === b.inode && a.names === 1
}
