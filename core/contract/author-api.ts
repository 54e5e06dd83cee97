import type { TalkRow } from '../post/index.ts'
import { number, repoPath, text } from './arguments.ts'
import type { RepoPath } from './posts-api.ts'
import type { MethodTable } from './wire.ts'

/** A template of the author's own, from the site's `_templates`. */
export interface PostTemplate {
  /** Its file name without extension. */
  readonly name: string
  readonly text: string
}

/** What all posts of the folder together tell of their author. */
export interface AuthorApi {
  /**
   * The talk posts with how far each has come.
   *
   * @param today ISO, the day to count from
   */
  listTalks(today: string): Promise<TalkRow[]>
  /** The texts of the newest posts, newest first: they teach how this author writes embeds and updates. */
  newestSources(count: number): Promise<string[]>
  /** A post as its readers first saw it: its first published version in git. Undefined where there is none. */
  firstPublished(path: RepoPath): Promise<string | undefined>
  /** By name. */
  listTemplates(): Promise<PostTemplate[]>
}

export const authorMethods: MethodTable<AuthorApi> = {
  listTalks: ([today]) => [text(today)],
  newestSources: ([count]) => [Math.min(Math.max(number(count), 0), 200)],
  firstPublished: ([path]) => [repoPath(path)],
  listTemplates: () => [],
}
