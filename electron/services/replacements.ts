import { randomUUID } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PostsApi, Replacement, RepoPath, Version } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import { applyEdits } from '../../core/text/index.ts'
import type { FileSystem } from './file-system.ts'
import { folderKey } from './folder-key.ts'
import { readJson, writeJson } from './json-file.ts'

/** Changes to many posts at once, each taken back by one undo. */
export interface Replacements {
  readonly apply: (replacements: readonly Replacement[]) => Promise<{ readonly replaceId: string }>
  readonly undo: (replaceId: string) => Promise<{ readonly changedSince: readonly RepoPath[] }>
}

export interface ReplacementsOptions {
  readonly dataDir: string
  readonly folder: string
  readonly disk: FileSystem
  readonly posts: Pick<PostsApi, 'readPost' | 'savePost'>
}

interface Change {
  readonly path: RepoPath
  readonly before: string
  readonly base: Version
  readonly after: string
}

interface Done {
  readonly path: RepoPath
  readonly before: string
  readonly afterVersion: Version
}

const mostKept = 20

export function createReplacements({ dataDir, folder, disk, posts }: ReplacementsOptions): Replacements {
  const home = join(dataDir, 'replacements', folderKey(folder))
  const fileOf = (id: string): string => join(home, `${id}.json`)

  async function planned({ path, baseVersion, edits }: Replacement): Promise<Change> {
    const { source, version } = await posts.readPost(path)
    if (version !== baseVersion) throw new LecternError('post.changed-on-disk', [path])
    return { path, before: source, base: version, after: applyEdits(source, edits) }
  }

  async function apply(replacements: readonly Replacement[]): Promise<{ replaceId: string }> {
    const changes: Change[] = []
    for (const replacement of replacements) changes.push(await planned(replacement))
    const done: Done[] = []
    try {
      for (const { path, before, base, after } of changes) {
        const { version } = await posts.savePost(path, after, base)
        done.push({ path, before, afterVersion: version })
      }
      const replaceId = randomUUID()
      await writeJson(disk, fileOf(replaceId), done)
      await forgetOldest(home)
      return { replaceId }
    } catch (error) {
      await takeBack(done)
      throw error
    }
  }

  async function takeBack(done: readonly Done[]): Promise<RepoPath[]> {
    const changedSince: RepoPath[] = []
    for (const { path, before, afterVersion } of done) {
      try {
        await posts.savePost(path, before, afterVersion)
      } catch (error) {
        if (!(error instanceof LecternError)) throw error
        changedSince.push(path)
      }
    }
    return changedSince
  }

  async function undo(replaceId: string): Promise<{ changedSince: readonly RepoPath[] }> {
    if (!/^[0-9a-f-]{36}$/.test(replaceId)) throw new LecternError('replace.not-found')
    const { value } = await readJson(fileOf(replaceId))
    if (!Array.isArray(value)) throw new LecternError('replace.not-found')
    const changedSince = await takeBack(value as readonly Done[])
    await rm(fileOf(replaceId), { force: true })
    return { changedSince }
  }

  return { apply, undo }
}

async function forgetOldest(home: string): Promise<void> {
  const names = await readdir(home)
  if (names.length <= mostKept) return
  const dated = await Promise.all(
    names.map(async name => ({ name, at: (await stat(join(home, name))).mtimeMs })),
  )
  for (const { name } of dated.toSorted((a, b) => a.at - b.at).slice(0, names.length - mostKept))
    await rm(join(home, name), { force: true })
}
