import { randomUUID } from 'node:crypto'
import { readFile, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { RepoPath, TrashedPost } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import { isMissing, systemCode } from './disk-errors.ts'
import type { FileSystem } from './file-system.ts'
import { folderKey } from './folder-key.ts'
import { readJson, writeJson } from './json-file.ts'
import type { Repository } from './repository.ts'
import { exists } from './free-names.ts'
import { writeWhole } from './safe-write.ts'
import { versionOf } from './version.ts'

/** Deleted posts, in Lectern's data folder, so that deleting can be taken back. */
export interface Trash {
  /** The post is durably in the trash before it leaves its folder. */
  readonly put: (path: RepoPath) => Promise<{ readonly trashId: string }>
  /** Puts it back where it was, or under a free name beside it where that is taken. */
  readonly restore: (trashId: string) => Promise<{ readonly path: RepoPath }>
  /** Newest first. */
  readonly list: () => Promise<TrashedPost[]>
  /** Removes what has lain here longer than the trash keeps things. */
  readonly empty: () => Promise<void>
}

export interface TrashOptions {
  readonly dataDir: string
  readonly repository: Repository
  readonly disk: FileSystem
  readonly now: () => Date
}

const keptDays = 90
const dayMs = 24 * 60 * 60 * 1000

export function createTrash({ dataDir, repository, disk, now }: TrashOptions): Trash {
  const home = join(dataDir, 'trash', folderKey(repository.folder))
  const bytesOf = (id: string): string => join(home, id, 'post')
  const factsOf = (id: string): string => join(home, id, 'post.json')

  async function put(path: RepoPath): Promise<{ trashId: string }> {
    const bytes = await repository.readBytes(path)
    try {
      return await moveAway(path, bytes)
    } catch (error) {
      if (error instanceof LecternError && error.code !== 'post.write-failed') throw error
      throw new LecternError('trash.not-moved', [path, systemCode(error) ?? 'unknown'], { cause: error })
    }
  }

  async function moveAway(path: RepoPath, bytes: Buffer): Promise<{ trashId: string }> {
    const trashId = randomUUID()
    const trashed: TrashedPost = { trashId, path, deletedAt: now().toISOString() }
    await disk.makeFolder(join(home, trashId))
    await writeWhole(disk, bytesOf(trashId), bytes)
    await writeJson(disk, factsOf(trashId), trashed)
    await disk.syncFolder(home)
    try {
      await repository.remove(path, versionOf(bytes))
    } catch (error) {
      // The failure may have come after the post left its folder; then this copy is the only one.
      if (await exists(disk, repository.absolute(path)))
        await rm(join(home, trashId), { recursive: true, force: true })
      throw error
    }
    return { trashId }
  }

  async function restore(trashId: string): Promise<{ path: RepoPath }> {
    const trashed = await factsIn(factsOf(trashId))
    if (!trashed) throw new LecternError('trash.not-found')
    const bytes = await readFile(bytesOf(trashId))
    const path = await putBack(repository, trashed.path, bytes)
    await rm(join(home, trashId), { recursive: true, force: true })
    return { path }
  }

  async function list(): Promise<TrashedPost[]> {
    const names = await readdir(home).catch(error => {
      if (isMissing(error)) return []
      throw error
    })
    const found = await Promise.all(names.map(name => factsIn(factsOf(name))))
    return found
      .filter(trashed => trashed !== undefined)
      .toSorted((a, b) => b.deletedAt.localeCompare(a.deletedAt))
  }

  async function empty(): Promise<void> {
    const oldest = new Date(now().getTime() - keptDays * dayMs).toISOString()
    for (const { trashId, deletedAt } of await list())
      if (deletedAt < oldest) await rm(join(home, trashId), { recursive: true, force: true })
  }

  return { put, restore, list, empty }
}

async function putBack(repository: Repository, path: RepoPath, bytes: Buffer): Promise<RepoPath> {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? path : path.replace(/(\.[^./]+)?$/, `-${number}$1`)
    try {
      await repository.createFromBytes(candidate, bytes)
      return candidate
    } catch (error) {
      if (!(error instanceof LecternError && error.code === 'post.exists')) throw error
    }
  }
}

async function factsIn(path: string): Promise<TrashedPost | undefined> {
  const { value } = await readJson(path)
  const facts = value as Partial<TrashedPost> | undefined
  return typeof facts?.trashId === 'string' && typeof facts.path === 'string'
    ? (facts as TrashedPost)
    : undefined
}
