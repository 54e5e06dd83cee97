import type {
  AuthorApi,
  DictionariesApi,
  EmbedsApi,
  ExportApi,
  HostEvent,
  LinksApi,
  OwnLinksApi,
  PicturesApi,
  ShareApi,
  ThemesApi,
  Workspace,
} from '../core/contract/index.ts'
import type { DraftReserve } from './services/draft-reserve.ts'
import type { Network } from './services/checked-request.ts'
import { createEmbeds } from './services/embed-lookup-api.ts'
import { createAuthor } from './services/author.ts'
import { createDictionaries } from './services/dictionaries.ts'
import { createExports } from './services/exports.ts'
import { diskFileSystem } from './services/file-system.ts'
import { folderGitStates } from './services/folder-git-states.ts'
import { folderKey } from './services/folder-key.ts'
import type { Git } from './services/git.ts'
import type { Log } from './services/log.ts'
import { createOwnLinks } from './services/own-links.ts'
import { createPictures } from './services/pictures.ts'
import { createLinkLibrary } from './services/link-library.ts'
import { type PostFolder, openPostFolder } from './services/post-folder.ts'
import { type SitePdfs, createSitePdfs } from './services/site-pdfs.ts'
import { createShare } from './services/share.ts'
import { type SiteService, createSiteService } from './services/site-service.ts'
import { createRemoteThemes } from './services/remote-themes.ts'
import { type UserFolders, themesFolder } from './services/user-folders.ts'

/** What serves one open folder; made anew when another is opened. */
export interface OpenFolder extends Pick<
  PostFolder,
  'posts' | 'drafts' | 'history' | 'search' | 'settings' | 'close'
> {
  readonly workspace: Workspace
  readonly site: SiteService
  readonly author: AuthorApi
  readonly links: LinksApi
  readonly ownLinks: OwnLinksApi
  readonly exports: ExportApi
  readonly embeds: EmbedsApi
  readonly pictures: PicturesApi
  readonly sitePdfs: SitePdfs
  readonly share: ShareApi
  readonly themes: ThemesApi
  readonly dictionaries: DictionariesApi
}

/** What all folders share. */
export interface SharedServices {
  readonly folders: UserFolders
  readonly git: () => Promise<Git>
  readonly reserve: DraftReserve
  readonly log: Log
  readonly announce: (event: HostEvent) => void
  /** The way to the outside, for what the writer asks for. */
  readonly network: Network
}

export async function openFolder(workspace: Workspace, shared: SharedServices): Promise<OpenFolder> {
  const { folders, git, reserve, log, announce, network } = shared
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
  const exports = createExports({ folder: workspace.folder, dataDir: folders.dataDir, git, announce })
  const { posts, drafts, history, search, settings } = files
  // Without a site around them, the posts are rendered as a site of their own, with Jekyll's defaults.
  const siteFolder = workspace.site ?? workspace.folder
  const site = createSiteService({
    folder: siteFolder,
    settings,
    fetchedThemes: themesFolder(folders),
  })
  const themes = createRemoteThemes({
    disk: diskFileSystem,
    themes: themesFolder(folders),
    named: site.remoteTheme,
    announce,
    network,
  })
  const links = createLinkLibrary({
    folder: workspace.folder,
    dataDir: folders.dataDir,
    disk: diskFileSystem,
  })
  return {
    workspace,
    posts,
    drafts,
    history,
    search,
    settings,
    site,
    themes,
    author: createAuthor({ folder: workspace.folder, git }),
    links,
    ownLinks: createOwnLinks({ folder: workspace.folder, siteFolder, library: links, site }),
    exports,
    embeds: createEmbeds({
      disk: diskFileSystem,
      dataDir: folders.dataDir,
      folder: workspace.folder,
      folderKey: folderKey(workspace.folder),
      network,
    }),
    sitePdfs: createSitePdfs(siteFolder),
    dictionaries: createDictionaries({ configDir: folders.configDir, disk: diskFileSystem }),
    share: createShare({
      site: siteFolder,
      folder: workspace.folder,
      readSite: site.readSite,
    }),
    pictures: createPictures({
      site: siteFolder,
      folder: workspace.folder,
      dataDir: folders.dataDir,
      disk: diskFileSystem,
    }),
    close: async () => {
      await Promise.all([files.close(), exports.close(), themes.close()])
    },
  }
}
