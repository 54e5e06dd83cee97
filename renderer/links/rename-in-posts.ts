import type { HostApi, RepoPath, Version } from '../../core/contract/index.ts'
import { renameLabel } from '../../core/post/index.ts'
import { applyEdits } from '../../core/text/index.ts'
import { sentenceOf } from '../state/notices.ts'

/** What giving a label another name would make of one post; nothing is written before the writer has seen it. */
export interface PlannedPost {
  readonly path: RepoPath
  readonly before: string
  readonly after: string
  readonly version: Version
}

export interface PlannedRename {
  readonly posts: readonly PlannedPost[]
  /** Posts that stay as they are, and why. */
  readonly refused: readonly { readonly path: RepoPath; readonly reason: string }[]
}

type Files = Pick<HostApi, 'readPost' | 'savePost'>

/** Reads the posts as they are saved and renames the label in each. */
export async function planRenameInPosts(
  host: Files,
  paths: readonly RepoPath[],
  from: string,
  to: string,
): Promise<PlannedRename> {
  const posts: PlannedPost[] = []
  const refused: PlannedRename['refused'][number][] = []
  for (const path of paths) {
    try {
      const { source, version } = await host.readPost(path)
      posts.push({ path, version, before: source, after: applyEdits(source, renameLabel(source, from, to)) })
    } catch (error) {
      refused.push({ path, reason: sentenceOf(error) })
    }
  }
  return { posts, refused }
}

/**
 * Writes the planned texts, each unless its file changed since.
 *
 * @returns the same plan backwards, for undo; a post that could not be written is not in it
 */
export async function writePosts(
  host: Files,
  posts: readonly PlannedPost[],
  report: (error: unknown) => void,
): Promise<PlannedPost[]> {
  const written: PlannedPost[] = []
  for (const { path, before, after, version: base } of posts) {
    try {
      const { version } = await host.savePost(path, after, base)
      written.push({ path, before: after, after: before, version })
    } catch (error) {
      report(error)
    }
  }
  return written
}
