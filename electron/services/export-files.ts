import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { chmod, lstat, mkdir, open, readFile, realpath, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { LecternError } from '../../core/errors.ts'
import { isDiskFull } from './disk-errors.ts'

/** Identifies the bytes of a file. */
export type FileVersion = string

export function versionOf(bytes: Buffer): FileVersion {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A file as it lies on disk. */
export interface FileOnDisk {
  readonly bytes: Buffer
  readonly version: FileVersion
  /** Permission bits. */
  readonly mode: number
}

/** What lies at a path; undefined when nothing does. Links and folders are refused by {@link assertWritable}. */
export async function readFileOnDisk(path: string): Promise<FileOnDisk | undefined> {
  const found = await lstat(path).catch(undefinedWhenMissing)
  if (!found?.isFile()) return undefined
  const bytes = await readFile(path)
  return { bytes, version: versionOf(bytes), mode: found.mode & 0o777 }
}

/**
 * Refuses a target that is a link, a folder, write-protected, or reached through a link that leads out of `root`.
 *
 * @throws LecternError 'export.symlink', 'export.read-only', 'export.not-a-post'
 */
export async function assertWritable(root: string, path: string): Promise<void> {
  const target = join(root, path)
  const found = await lstat(target).catch(undefinedWhenMissing)
  if (found?.isSymbolicLink()) throw new LecternError('export.symlink', [path])
  if (found && !found.isFile()) throw new LecternError('export.not-a-post', [path])
  const folder = await nearestFolder(dirname(target))
  const inside = relative(await realpath(root), folder.path)
  if (inside === '..' || inside.startsWith(`..${sep}`)) throw new LecternError('export.symlink', [path])
  const writable = (stats: Stats): boolean => (stats.mode & 0o222) !== 0
  if (!writable(folder.stats) || (found && !writable(found)))
    throw new LecternError('export.read-only', [path])
}

async function nearestFolder(path: string): Promise<{ path: string; stats: Stats }> {
  const stats = await lstat(path).catch(undefinedWhenMissing)
  if (!stats) return nearestFolder(dirname(path))
  const real = await realpath(path)
  return { path: real, stats: await lstat(real) }
}

/** Writes beside and syncs. Folders that are missing are made. `temporary` is a name of the caller's. */
export async function stageBeside(
  path: string,
  bytes: Buffer,
  mode: number,
  temporary: string,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const beside = join(dirname(path), temporary)
  const file = await open(beside, 'w', mode)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await chmod(beside, mode)
}

/** Puts what was staged in its place. */
export async function putStaged(path: string, temporary: string): Promise<void> {
  await rename(join(dirname(path), temporary), path)
}

/**
 * Gives a file its old bytes back: beside and renamed, or on a full disk into the blocks it has.
 */
export async function writeBack(path: string, bytes: Buffer, mode: number, temporary: string): Promise<void> {
  try {
    await stageBeside(path, bytes, mode, temporary)
    await putStaged(path, temporary)
  } catch (error) {
    if (!isDiskFull(error)) throw error
    await rm(join(dirname(path), temporary), { force: true })
    await writeFile(path, bytes)
    await chmod(path, mode)
  }
}

/** The folders above these paths that are not there yet, outermost first, relative to `root`. */
export async function missingFolders(root: string, paths: readonly string[]): Promise<string[]> {
  const folders = new Set<string>()
  for (const path of paths)
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(folder)
  const all = [...folders].toSorted((a, b) => a.length - b.length)
  const found = await Promise.all(all.map(folder => lstat(join(root, folder)).catch(undefinedWhenMissing)))
  return all.filter((_, index) => !found[index])
}

/** Removes folders that are empty; what holds somebody's files stays. */
export async function removeEmptyFolders(root: string, folders: readonly string[]): Promise<void> {
  for (const folder of folders.toReversed()) await rmdir(join(root, folder)).catch(() => undefined)
}

function undefinedWhenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
  throw error
}

/** Undefined for what is not UTF-8 text. */
export function textOf(bytes: Buffer): string | undefined {
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}
