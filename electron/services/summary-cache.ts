import { join } from 'node:path'
import type { RepoPath, Version } from '../../core/contract/index.ts'
import type { FileSystem } from './file-system.ts'
import { folderKey } from './folder-key.ts'
import { readJson } from './json-file.ts'
import type { PostFacts } from './post-summary.ts'
import { writeWhole } from './safe-write.ts'

/** What is known of a file's content while its size, time and inode stay as they were. */
export interface KnownPost {
  /** Of inode, size and time. */
  readonly key: string
  /** When it was read; a file changed in the same moment could look unchanged. Milliseconds since 1970. */
  readonly readAt: number
  readonly version: Version
  readonly facts: PostFacts
}

export interface SummaryCache {
  /** What is known of a file, unless it has changed since. */
  readonly get: (path: RepoPath, key: string, modifiedMs: number) => KnownPost | undefined
  readonly set: (path: RepoPath, post: KnownPost) => void
  /** Forgets all but these. */
  readonly keepOnly: (paths: ReadonlySet<RepoPath>) => void
  readonly isChanged: () => boolean
  readonly save: () => Promise<void>
}

export interface SummaryCacheOptions {
  readonly dataDir: string
  readonly folder: string
  readonly disk: FileSystem
  /** Dates depend on it. */
  readonly timezone: string
}

const format = 3
/** FAT keeps times to two seconds; a file that young is read again next time. */
const youngMs = 2_000

export async function openSummaryCache(options: SummaryCacheOptions): Promise<SummaryCache> {
  const path = join(options.dataDir, 'lists', `${folderKey(options.folder)}.json`)
  const posts = await readPosts(path, options.timezone)
  let changed = false
  return {
    get: (postPath, key, modifiedMs) => {
      const known = posts.get(postPath)
      if (!known || known.key !== key) return undefined
      return known.readAt - modifiedMs > youngMs ? known : undefined
    },
    set: (postPath, post) => {
      posts.set(postPath, post)
      changed = true
    },
    keepOnly: paths => {
      for (const known of posts.keys()) if (!paths.has(known)) changed = posts.delete(known)
    },
    isChanged: () => changed,
    save: async () => {
      changed = false
      const { timezone } = options
      await writeWhole(options.disk, path, JSON.stringify({ format, timezone, posts: [...posts] }))
    },
  }
}

async function readPosts(path: string, timezone: string): Promise<Map<RepoPath, KnownPost>> {
  const { value } = await readJson(path)
  const stored = value as
    | { format?: unknown; timezone?: unknown; posts?: readonly [RepoPath, KnownPost][] }
    | undefined
  if (stored?.format !== format || stored.timezone !== timezone || !Array.isArray(stored.posts))
    return new Map()
  return new Map(stored.posts)
}
