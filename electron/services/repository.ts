import { isUtf8 } from 'node:buffer'
import { basename, dirname, join } from 'node:path'
import type { PostFile, RepoPath, Version } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import { isMissing, readFailure, systemCode, writeFailure } from './disk-errors.ts'
import { type FileSystem, sameFile } from './file-system.ts'
import { checkedPath } from './folder-rules.ts'
import { createQueue } from './one-at-a-time.ts'
import { createFile, moveToFreeName, replaceFile } from './safe-write.ts'
import { versionOf } from './version.ts'

/** The files of one open folder: read whole, written whole. One writer a file. */
export interface Repository {
  readonly folder: string
  /** The absolute path of a file of the folder; refuses what lies outside or in a folder left alone. */
  readonly absolute: (path: RepoPath) => string
  readonly read: (path: RepoPath) => Promise<PostFile>
  /** The bytes as they are, whatever their encoding. */
  readonly readBytes: (path: RepoPath) => Promise<Buffer>
  /** Writes over `base` only; throws 'post.changed-on-disk' when other bytes stand there. */
  readonly save: (path: RepoPath, source: string, base: Version) => Promise<Version>
  readonly create: (path: RepoPath, source: string) => Promise<Version>
  /** As `create`, for bytes that need not be text. */
  readonly createFromBytes: (path: RepoPath, bytes: Uint8Array) => Promise<Version>
  readonly rename: (from: RepoPath, to: RepoPath) => Promise<void>
  /** Takes one of two names of a file away. */
  readonly removeName: (path: RepoPath) => Promise<void>
  /** Takes a file away, if it still holds `base`. */
  readonly remove: (path: RepoPath, base: Version) => Promise<void>
}

export interface RepositoryOptions {
  /** Absolute. */
  readonly folder: string
  readonly disk: FileSystem
}

export function createRepository({ folder, disk }: RepositoryOptions): Repository {
  const queue = createQueue()
  const absolute = (path: RepoPath): string => join(folder, ...checkedPath(path).split('/'))

  async function readBytes(path: RepoPath): Promise<Buffer> {
    try {
      const file = await disk.open(absolute(path), 'read')
      try {
        return await file.read()
      } finally {
        await file.close()
      }
    } catch (error) {
      throw readFailure(error, path)
    }
  }

  async function save(path: RepoPath, source: string, base: Version): Promise<Version> {
    const bytes = Buffer.from(source)
    const version = versionOf(bytes)
    const target = absolute(path)
    try {
      if (version === base && (await holdsDurably(disk, target, version))) return version
      // An answer may get lost on its way; asking again for what was done is not a conflict.
      const expected = (current: Buffer): boolean => {
        if (!isUtf8(current)) throw new LecternError('post.not-utf8', [basename(path)])
        return [base, version].includes(versionOf(current))
      }
      if ((await replaceFile(disk, target, bytes, expected)) === 'changed')
        throw new LecternError('post.changed-on-disk', [path])
      return version
    } catch (error) {
      throw writeFailure(error, path)
    }
  }

  async function createFromBytes(path: RepoPath, bytes: Uint8Array): Promise<Version> {
    const target = absolute(path)
    try {
      await disk.makeFolder(dirname(target))
      await createFile(disk, target, bytes)
      return versionOf(bytes)
    } catch (error) {
      throw writeFailure(error, path)
    }
  }

  async function rename(from: RepoPath, to: RepoPath): Promise<void> {
    const [source, target] = [absolute(from), absolute(to)]
    if (from === to) return
    try {
      await disk.makeFolder(dirname(target))
      await moveToFreeName(disk, source, target)
      await disk.syncFolder(dirname(target))
      if (dirname(source) !== dirname(target)) await disk.syncFolder(dirname(source))
    } catch (error) {
      throw isMissing(error)
        ? new LecternError('post.not-found', [from], { cause: error })
        : writeFailure(error, to)
    }
  }

  async function remove(path: RepoPath, base: Version): Promise<void> {
    const target = absolute(path)
    try {
      const seen = await disk.nameFacts(target)
      const file = await disk.open(target, 'read')
      try {
        const isSame = versionOf(await file.read()) === base
        if (!isSame || !(await disk.unlinkIf(target, found => sameFile(found, seen))))
          throw new LecternError('post.changed-on-disk', [path])
        // Another program may have written into the file between the look and the removal; we still hold it open.
        const late = await file.read()
        if (versionOf(late) !== base) {
          await createFile(disk, target, late)
          throw new LecternError('post.changed-on-disk', [path])
        }
      } finally {
        await file.close()
      }
      await disk.syncFolder(dirname(target))
    } catch (error) {
      throw writeFailure(error, path)
    }
  }

  async function removeName(path: RepoPath): Promise<void> {
    const target = absolute(path)
    try {
      await disk.unlink(target)
      await disk.syncFolder(dirname(target))
    } catch (error) {
      throw writeFailure(error, path)
    }
  }

  return {
    folder,
    absolute,
    readBytes,
    read: async path => postFile(path, await readBytes(path)),
    save: (path, source, base) => queue(path, () => save(path, source, base)),
    create: (path, source) => queue(path, () => createFromBytes(path, Buffer.from(source))),
    createFromBytes: (path, bytes) => queue(path, () => createFromBytes(path, bytes)),
    rename: (from, to) => queue([from, to], () => rename(from, to)),
    removeName: path => queue(path, () => removeName(path)),
    remove: (path, base) => queue(path, () => remove(path, base)),
  }
}

/** Bytes as text, byte for byte; text that is not UTF-8 is shown as Latin-1 and can only be read. */
export function postFile(path: RepoPath, bytes: Buffer): PostFile {
  const version = versionOf(bytes)
  if (isUtf8(bytes)) return { path, source: bytes.toString('utf8'), version }
  const readOnly = new LecternError('post.not-utf8', [basename(path)]).message
  return { path, source: bytes.toString('latin1'), version, readOnly }
}

/** Whether the file holds this version, and now for certain on the disk: another program may not have waited for it. */
async function holdsDurably(disk: FileSystem, target: string, version: Version): Promise<boolean> {
  const file = await disk.open(target, 'read')
  try {
    if (versionOf(await file.read()) !== version) return false
    await file.sync()
    return true
  } catch (error) {
    // Some systems do not sync what is open for reading only; the whole save then does it.
    if (['EBADF', 'EINVAL', 'EPERM'].includes(systemCode(error) ?? '')) return false
    throw error
  } finally {
    await file.close()
  }
}
