import type { TalkRow } from '../post/index.ts'
import { number, text } from './arguments.ts'
import type { MethodTable } from './wire.ts'

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
}

export const authorMethods: MethodTable<AuthorApi> = {
  listTalks: ([today]) => [text(today)],
  newestSources: ([count]) => [Math.min(Math.max(number(count), 0), 200)],
}
