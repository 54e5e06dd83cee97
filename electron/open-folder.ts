import type { ExportApi, HostEvent, SiteApi, Workspace } from '../core/contract/index.ts'
import type { DraftReserve } from './services/draft-reserve.ts'
import { diskFileSystem } from './services/file-system.ts'
import { folderGitStates } from './services/folder-git-states.ts'
import type { Git } from './services/git.ts'
import type { Log } from './services/log.ts'
import { type PostFolder, openPostFolder } from './services/post-folder.ts'
import type { UserFolders } from './services/user-folders.ts'

/** What serves one open folder; made anew when another is opened. */
export interface OpenFolder extends Pick<PostFolder, 'posts' | 'drafts' | 'history' | 'settings' | 'close'> {
  readonly workspace: Workspace
  readonly site: SiteApi
  readonly exports: ExportApi
}

/** What all folders share. */
export interface SharedServices {
  readonly folders: UserFolders
  readonly git: () => Promise<Git>
  readonly reserve: DraftReserve
  readonly log: Log
  readonly announce: (event: HostEvent) => void
}

export async function openFolder(workspace: Workspace, shared: SharedServices): Promise<OpenFolder> {
  const { folders, git, reserve, log, announce } = shared
  const gitStates = folderGitStates(git, workspace)
  const files = await openPostFolder({
    workspace,
    folders,
    disk: diskFileSystem,
    reserve,
    announce,
    log,
    ...(gitStates && { gitStates }),
  })
  const { posts, drafts, history, settings, close } = files
  return {
    workspace,
    posts,
    drafts,
    history,
    settings,
    site: { readSite: async () => ({ version: '0' }) as never },
    exports: {} as never,
    close,
  }
}
