import { repoPath, text } from './arguments.ts'
import type { RepoPath, Version } from './posts-api.ts'
import type { MethodTable } from './wire.ts'

/** A text a post once had. */
export interface PostVersion {
  readonly version: Version
  /** ISO 8601. */
  readonly at: string
  /**
   * `saved` by Lectern, `found` on disk as another program or an earlier day left it, `set-aside` by the writer in
   * favour of another text.
   */
  readonly reason: 'saved' | 'found' | 'set-aside'
  readonly sizeBytes: number
}

/** Versions of each post, kept outside the folder and bounded in size. They follow a post through renames. */
export interface HistoryApi {
  /** Newest first. Saves within a few minutes count as one version. */
  listVersions(path: RepoPath): Promise<PostVersion[]>
  /** The text of a version; 'history.not-found' when it is not kept any more. */
  readVersion(path: RepoPath, version: Version): Promise<string>
  /** Keeps a text that the writer gives up, such as one side of a conflict. */
  keepVersion(path: RepoPath, source: string): Promise<void>
}

export const historyMethods: MethodTable<HistoryApi> = {
  listVersions: ([path]) => [repoPath(path)],
  readVersion: ([path, version]) => [repoPath(path), text(version)],
  keepVersion: ([path, source]) => [repoPath(path), text(source)],
}
