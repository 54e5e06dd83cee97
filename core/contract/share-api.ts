import { repoPath, text } from './arguments.ts'
import type { RepoPath } from './posts-api.ts'
import type { MethodTable } from './wire.ts'

/** A post as one file that needs nothing else. */
export interface SharedPage {
  readonly fileName: string
  /** The whole page. */
  readonly html: string
  /** The content alone, for a clipboard. */
  readonly contentHtml: string
}

export interface ShareApi {
  /** The post as it would be with this text: pictures inside, embeds as cards with links, no script. Nothing is sent. */
  sharePost(path: RepoPath, source: string): Promise<SharedPage>
}

export const shareMethods: MethodTable<ShareApi> = {
  sharePost: ([path, source]) => [repoPath(path), text(source)],
}
