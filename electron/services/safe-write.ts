import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { systemCode } from './disk-errors.ts'
import type { FileFacts } from './file-facts.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { giveName } from './free-names.ts'

/**
 * Files being written beside their goal are called so, after the process that writes; a leftover of a crash is known by
 * it. Jekyll skips dotfiles.
 */
const besideName = /^\.lectern-([0-9a-f]{6})[0-9a-f]{6}\.tmp$/

function besideOf(target: string): string {
  const writer = (process.pid & 0xffffff).toString(16).padStart(6, '0')
  return join(dirname(target), `.lectern-${writer}${randomBytes(3).toString('hex')}.tmp`)
}

export function isBeside(name: string): boolean {
  return besideName.test(name)
}

/** Whether the process that writes such a file lives still, or another that was given its number. */
export function isWriterAlive(name: string): boolean {
  const [, writer = ''] = besideName.exec(name) ?? []
  try {
    process.kill(Number.parseInt(writer, 16), 0)
    return true
  } catch (error) {
    return systemCode(error) !== 'ESRCH'
  }
}

/** Writes a new file, whole and durable; rejects with EEXIST where the name is taken. */
export async function createFile(disk: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  const beside = await writeBeside(disk, path, bytes, undefined)
  try {
    await giveName(disk, beside, path)
  } finally {
    await discard(disk, beside)
  }
  await disk.syncFolder(dirname(path))
}

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

/** A durable file beside `target` with `bytes`, and with the mode and owner of the file it will replace. */
export async function writeBeside(
  disk: FileSystem,
  target: string,
  bytes: Uint8Array,
  replaced: FileFacts | undefined,
): Promise<string> {
  const path = besideOf(target)
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

/** Takes away a name of our own that has done its part, if it still stands. */
export async function discard(disk: FileSystem, beside: string): Promise<void> {
  try {
    await disk.unlink(beside)
  } catch {
    // It is not what the writer waits for; a leftover is swept away when the folder is opened next.
  }
}
