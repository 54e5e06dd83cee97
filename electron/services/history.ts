import { hash } from 'node:crypto'
import { readFile, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { HistoryApi, PostVersion, RepoPath, Version } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import { isMissing } from './disk-errors.ts'
import type { FileSystem } from './file-system.ts'
import { folderKey } from './folder-key.ts'
import { readJson, writeJson } from './json-file.ts'
import { createQueue } from './one-at-a-time.ts'
import { exists } from './free-names.ts'
import { writeWhole } from './safe-write.ts'
import { versionOf } from './version.ts'

/** Versions of the posts of one open folder. */
export interface History extends HistoryApi {
  readonly keep: (path: RepoPath, source: string, reason: PostVersion['reason']) => Promise<void>
  readonly has: (path: RepoPath, version: Version) => Promise<boolean>
  readonly renamed: (from: RepoPath, to: RepoPath) => Promise<void>
  /** Removes the oldest versions until all fit the bound. */
  readonly prune: () => Promise<void>
  /** Everything asked for so far is done. */
  readonly settled: () => Promise<void>
}

export interface HistoryOptions {
  readonly dataDir: string
  /** Absolute path of the open folder. */
  readonly folder: string
  readonly disk: FileSystem
  readonly now: () => Date
  /** What stands on disk under a path; undefined where nothing does. */
  readonly savedVersion: (path: RepoPath) => Promise<Version | undefined>
  /** Of all versions together, compressed. */
  readonly largestBytes?: number
}

/** Saves this close to each other are one version. */
const oneVersionMs = 5 * 60 * 1000
const mostVersions = 200
const usualLargestBytes = 200 * 1024 * 1024

interface Entry extends PostVersion {
  /** When the first of the saves it stands for was made. Milliseconds since 1970. */
  readonly since: number
}

interface Index {
  readonly path: RepoPath
  /** Oldest first. */
  readonly versions: readonly Entry[]
}

/**
 * Texts lie compressed under their content's name in `texts/`, so that equal ones are kept once; `posts/` holds for
 * each post the list of its versions.
 */
export function createHistory(options: HistoryOptions): History {
  const { disk, now } = options
  const home = join(options.dataDir, 'history', folderKey(options.folder))
  const queue = createQueue()
  const textFile = (version: Version): string => join(home, 'texts', version)
  const indexFile = (path: RepoPath): string =>
    join(home, 'posts', `${hash('sha256', path, 'hex').slice(0, 24)}.json`)

  async function keep(path: RepoPath, source: string, reason: PostVersion['reason']): Promise<void> {
    const version = versionOf(source)
    const { versions } = await readIndex(indexFile(path), path)
    const last = versions.at(-1)
    if (last?.version === version) return
    if (!(await exists(disk, textFile(version))))
      await writeWhole(disk, textFile(version), deflateRawSync(source))
    const at = now()
    const replacesLast =
      last?.reason === 'saved' && reason === 'saved' && at.getTime() - last.since < oneVersionMs
    const before = replacesLast ? versions.slice(0, -1) : versions
    const since = replacesLast ? last.since : at.getTime()
    const entry: Entry = {
      version,
      at: at.toISOString(),
      reason,
      sizeBytes: Buffer.byteLength(source),
      since,
    }
    const kept = [...before, entry].slice(-mostVersions)
    await writeJson(disk, indexFile(path), { path, versions: kept })
    await removeUnused(versions, kept)
  }

  /** A text may be a version of several posts; then the others lose it with `readVersion` saying so. */
  async function removeUnused(before: readonly Entry[], after: readonly Entry[]): Promise<void> {
    const used = new Set(after.map(entry => entry.version))
    const unused = before.filter(entry => !used.has(entry.version))
    for (const { version } of unused) await rm(textFile(version), { force: true })
  }

  async function listVersions(path: RepoPath): Promise<PostVersion[]> {
    const { versions } = await readIndex(indexFile(path), path)
    if (versions.length === 0 && (await adopt(path))) return listVersions(path)
    return versions
      .map(({ version, at, reason, sizeBytes }) => ({ version, at, reason, sizeBytes }))
      .toReversed()
  }

  /** Takes over the versions of a post that another program renamed to `path`: same text, and the old name is free. */
  async function adopt(path: RepoPath): Promise<boolean> {
    const current = await options.savedVersion(path)
    if (current === undefined) return false
    for (const index of await readIndexes()) {
      if (!index.versions.some(entry => entry.version === current)) continue
      if ((await options.savedVersion(index.path)) !== undefined) continue
      await renamed(index.path, path)
      return true
    }
    return false
  }

  async function readVersion(path: RepoPath, version: Version): Promise<string> {
    try {
      // A version is the name of a file here; anything else names none.
      if (!/^[0-9a-f]{40}$/.test(version)) throw new LecternError('history.not-found', [path])
      return inflateRawSync(await readFile(textFile(version))).toString('utf8')
    } catch (error) {
      if (error instanceof LecternError) throw error
      throw new LecternError('history.not-found', [path], { cause: error })
    }
  }

  async function renamed(from: RepoPath, to: RepoPath): Promise<void> {
    const { versions } = await readIndex(indexFile(from), from)
    if (versions.length === 0) return
    const other = await readIndex(indexFile(to), to)
    const all = [...other.versions, ...versions].toSorted((a, b) => a.at.localeCompare(b.at))
    await writeJson(disk, indexFile(to), { path: to, versions: all.slice(-mostVersions) })
    await rm(indexFile(from), { force: true })
  }

  async function prune(): Promise<void> {
    const indexes = await readIndexes()
    const sizes = await textSizes(join(home, 'texts'))
    const used = new Set<Version>()
    let room = options.largestBytes ?? usualLargestBytes
    const newestFirst = indexes.flatMap(index => index.versions).toSorted((a, b) => b.at.localeCompare(a.at))
    for (const { version } of newestFirst) {
      if (used.has(version)) continue
      room -= sizes.get(version) ?? 0
      if (room < 0) break
      used.add(version)
    }
    for (const version of sizes.keys()) if (!used.has(version)) await rm(textFile(version), { force: true })
    for (const { path, versions } of indexes) {
      const kept = versions.filter(entry => used.has(entry.version))
      if (kept.length === versions.length) continue
      if (kept.length === 0) await rm(indexFile(path), { force: true })
      else await writeJson(disk, indexFile(path), { path, versions: kept })
    }
  }

  async function readIndexes(): Promise<Index[]> {
    const names = await namesIn(join(home, 'posts'))
    const found = await Promise.all(
      names.filter(name => name.endsWith('.json')).map(name => readIndex(join(home, 'posts', name), '')),
    )
    return found.filter(index => index.path !== '')
  }

  const inTurn = <T>(task: () => Promise<T>): Promise<T> => queue('history', task)
  return {
    keep: (path, source, reason) => inTurn(() => keep(path, source, reason)),
    keepVersion: (path, source) => inTurn(() => keep(path, source, 'set-aside')),
    has: async (path, version) =>
      (await readIndex(indexFile(path), path)).versions.some(entry => entry.version === version),
    listVersions: path => inTurn(() => listVersions(path)),
    readVersion,
    renamed: (from, to) => inTurn(() => renamed(from, to)),
    prune: () =>
      inTurn(async () => {
        await disk.makeFolder(home)
        await prune()
      }),
    settled: () => inTurn(async () => undefined),
  }
}

async function readIndex(file: string, path: RepoPath): Promise<Index> {
  const { value } = await readJson(file)
  const index = value as Partial<Index> | undefined
  return typeof index?.path === 'string' && Array.isArray(index.versions)
    ? { path: index.path, versions: index.versions }
    : { path, versions: [] }
}

async function textSizes(folder: string): Promise<Map<Version, number>> {
  const sizes = new Map<Version, number>()
  for (const name of await namesIn(folder)) {
    const facts = await stat(join(folder, name)).catch(() => undefined)
    if (facts) sizes.set(name, facts.size)
  }
  return sizes
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
