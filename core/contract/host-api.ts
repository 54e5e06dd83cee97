import { type AuthorApi, authorMethods } from './author-api.ts'
import { type DictionariesApi, dictionariesMethods } from './dictionaries-api.ts'
import { type DraftsApi, draftsMethods } from './drafts-api.ts'
import { type EmbedsApi, embedsMethods } from './embeds-api.ts'
import { type ExportApi, exportMethods } from './export-api.ts'
import { type HistoryApi, historyMethods } from './history-api.ts'
import { type LinksApi, linksMethods } from './links-api.ts'
import { type OwnLinksApi, ownLinksMethods } from './own-links-api.ts'
import { type PicturesApi, picturesMethods } from './pictures-api.ts'
import { type PostsApi, postsMethods } from './posts-api.ts'
import { type SearchApi, searchMethods } from './search-api.ts'
import { type SettingsApi, settingsMethods } from './settings-api.ts'
import { type ShareApi, shareMethods } from './share-api.ts'
import { type SiteApi, siteMethods } from './site-api.ts'
import { type SitePdfsApi, sitePdfsMethods } from './site-pdfs-api.ts'
import { type ThemesApi, themesMethods } from './themes-api.ts'
import { type WindowApi, windowMethods } from './window-api.ts'
import type { MethodTable } from './wire.ts'
import { type WorkspaceApi, workspaceMethods } from './workspace-api.ts'

/** Everything the UI may ask of the machine, one room a file. */
export interface HostApi
  extends
    WorkspaceApi,
    PostsApi,
    SiteApi,
    DraftsApi,
    HistoryApi,
    SearchApi,
    SettingsApi,
    DictionariesApi,
    ExportApi,
    EmbedsApi,
    PicturesApi,
    SitePdfsApi,
    ShareApi,
    AuthorApi,
    LinksApi,
    ThemesApi,
    OwnLinksApi,
    WindowApi {}

/** The runtime twin of {@link HostApi}: method names and the checks of their arguments. */
export const hostMethods: MethodTable<HostApi> = {
  ...workspaceMethods,
  ...postsMethods,
  ...siteMethods,
  ...draftsMethods,
  ...historyMethods,
  ...searchMethods,
  ...settingsMethods,
  ...dictionariesMethods,
  ...exportMethods,
  ...embedsMethods,
  ...picturesMethods,
  ...sitePdfsMethods,
  ...shareMethods,
  ...authorMethods,
  ...linksMethods,
  ...themesMethods,
  ...ownLinksMethods,
  ...windowMethods,
}
