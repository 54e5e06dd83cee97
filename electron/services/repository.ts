import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { PostFile, RepoPath, Version } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import { isMissing, readFailure, systemCode, writeFailure } from './disk-errors.ts'
import { asideOf } from './aside-name.ts'
import { type FileFacts, isSameInode } from './file-facts.ts'
import type { FileSystem } from './file-system.ts'
import { checkedPath } from './folder-rules.ts'
import { moveToFreeName, takeAwayIf } from './free-names.ts'
import type { Log } from './log.ts'
import { createQueue } from './one-at-a-time.ts'
import { lateWords, replaceFile } from './replace-file.ts'
import { postText } from './post-text.ts'
import { createReplacedFiles } from './replaced-files.ts'
import { createFile } from './safe-write.ts'
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
  /** Takes one of two names of a file away, if it still is one: `other` is the other. */
  readonly removeName: (path: RepoPath, other: RepoPath) => Promise<void>
  /** Takes a file away, if it still holds `base`. */
  readonly remove: (path: RepoPath, base: Version) => Promise<void>
  /** What stands under a path once all that was asked for is done; undefined where nothing does. */
  readonly version: (path: RepoPath) => Promise<Version | undefined>
  /** Ends what goes on behind a save. */
  readonly close: () => Promise<void>
}

export interface RepositoryOptions {
  /** Absolute. */
  readonly folder: string
  readonly disk: FileSystem
  /** Hears of a folder (absolute) before files are moved aside in it. */
  readonly workingIn?: (folder: string) => Promise<void>
  readonly log?: Log
}

export function createRepository(options: RepositoryOptions): Repository {
  const { folder, disk, workingIn = () => Promise.resolve(), log } = options
  const queue = createQueue()
  const replaced = createReplacedFiles({ disk, queue, ...(log ? { log } : {}) })
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
      await replaced.look(path)
      if (version === base && (await holdsDurably(disk, target, version))) return version
      // An answer may get lost on its way; asking again for what was done is not a conflict.
      const expected = (current: Buffer): boolean => {
        if (!isUtf8(current)) throw new LecternError('post.not-utf8', [basename(path)])
        return [base, version].includes(versionOf(current))
      }
      const hold = replaced.hold.bind(undefined, path)
      if ((await replaceFile(disk, target, bytes, expected, { workingIn, hold })) === 'changed')
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
      await replaced.look(from)
      await disk.makeFolder(dirname(target))
      await workingIn(dirname(source))
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
      await replaced.look(path)
      await workingIn(dirname(target))
      const seen = await disk.nameFacts(target)
      const file = await disk.open(target, 'read')
      try {
        const isBase = async (): Promise<boolean> => versionOf(await file.read()) === base
        const isOurs = async (found: FileFacts): Promise<boolean> =>
          isSameInode(found, seen) && (await isBase())
        if (!(await isBase()) || !(await takeAwayIf(disk, target, asideOf(target, base), isOurs)))
          throw new LecternError('post.changed-on-disk', [path])
        // Who had opened the file may have written into it after the last look; we still hold it open.
        const late = (await isBase()) ? undefined : await lateWords(file)
        if (late) {
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

  async function removeName(path: RepoPath, other: RepoPath): Promise<void> {
    const target = absolute(path)
    try {
      const ours = await disk.nameFacts(absolute(other))
      await workingIn(dirname(target))
      await takeAwayIf(disk, target, asideOf(target), found => isSameInode(found, ours))
      await disk.syncFolder(dirname(target))
    } catch (error) {
      throw writeFailure(error, path)
    }
  }

  return {
    folder,
    absolute,
    // In turn, as nothing may stand under a name for a moment of its save.
    readBytes: path => queue(path, () => readBytes(path)),
    read: path => queue(path, async () => postFile(path, await readBytes(path))),
    save: (path, source, base) => queue(path, () => save(path, source, base)),
    create: (path, source) => queue(path, () => createFromBytes(path, Buffer.from(source))),
    createFromBytes: (path, bytes) => queue(path, () => createFromBytes(path, bytes)),
    rename: (from, to) => queue([from, to], () => rename(from, to)),
    removeName: (path, other) => queue([path, other], () => removeName(path, other)),
    remove: (path, base) => queue(path, () => remove(path, base)),
    version: path => queue(path, () => versionAt(join(folder, ...path.split('/')))),
    close: replaced.close,
  }
}

async function versionAt(file: string): Promise<Version | undefined> {
  try {
    return versionOf(await readFile(file))
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Bytes as text, byte for byte; text that is not UTF-8 is shown as Latin-1 and can only be read. */
export function postFile(path: RepoPath, bytes: Buffer): PostFile {
  const version = versionOf(bytes)
  const { text: source, isForeign } = postText(bytes)
  if (!isForeign) return { path, source, version }
  return { path, source, version, readOnly: new LecternError('post.not-utf8', [basename(path)]).message }
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
