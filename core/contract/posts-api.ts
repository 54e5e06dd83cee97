import { identifier, repoPath, text } from './arguments.ts'
import type { MethodTable } from './wire.ts'

/** Relative to the open folder, with `/`. */
export type RepoPath = string

/** Identifies the bytes of a file: a hash of its content. */
export type Version = string

export type PostState = 'draft' | 'future' | 'published' | 'unpublished'

/** A row of the list. */
export interface PostSummary {
  readonly path: RepoPath
  readonly kind: 'post' | 'draft' | 'page'
  readonly title: string
  /** ISO 8601 with offset; undefined for drafts and pages without one. */
  readonly date?: string
  readonly state: PostState
  /** From git, where the folder lies in a repository. */
  readonly git?: 'edited' | 'untracked' | 'committed-not-pushed' | 'clean'
  /** The post this file is a sync client's conflict copy of. */
  readonly conflictOf?: RepoPath
  readonly version: Version
}

/** A post as it lies on disk. */
export interface PostFile {
  readonly path: RepoPath
  readonly source: string
  readonly version: Version
  /** Why it can only be read: not UTF-8, no permission. */
  readonly readOnly?: string
}

/** A post in Lectern's trash. */
export interface TrashedPost {
  readonly trashId: string
  /** Where it lay. */
  readonly path: RepoPath
  /** ISO 8601. */
  readonly deletedAt: string
}

export interface PostsApi {
  /** Posts, drafts and Markdown pages of the open folder, newest first; pages last, by path. */
  listPosts(): Promise<PostSummary[]>
  readPost(path: RepoPath): Promise<PostFile>
  /** Writes `source` durably, unless the file changed since `baseVersion` was read ('post.changed-on-disk'). */
  savePost(path: RepoPath, source: string, baseVersion: Version): Promise<{ version: Version }>
  /** Writes a new file; never over an existing one ('post.exists'). */
  createPost(path: RepoPath, source: string): Promise<{ version: Version }>
  /** Moves a file; never over an existing one ('post.exists'). */
  renamePost(from: RepoPath, to: RepoPath): Promise<void>
  /** Moves a file to Lectern's trash; the id takes it back. */
  trashPost(path: RepoPath): Promise<{ trashId: string }>
  /** Puts it back where it lay, or under a free name beside it. */
  restorePost(trashId: string): Promise<{ path: RepoPath }>
  /** Newest first. */
  listTrash(): Promise<TrashedPost[]>
}

export const postsMethods: MethodTable<PostsApi> = {
  listPosts: () => [],
  readPost: ([path]) => [repoPath(path)],
  savePost: ([path, source, base]) => [repoPath(path), text(source), text(base)],
  createPost: ([path, source]) => [repoPath(path), text(source)],
  renamePost: ([from, to]) => [repoPath(from), repoPath(to)],
  trashPost: ([path]) => [repoPath(path)],
  restorePost: ([id]) => [identifier(id)],
  listTrash: () => [],
}
