export { type HostApi, hostMethods } from './host-api.ts'
export type { HostEvent, HostEvents } from './events.ts'
export { type HostBridge, bridgeName } from './bridge.ts'
export { loopback } from './loopback.ts'
export { type MethodTable, type Reply, RemoteError, createClient, dispatch } from './wire.ts'
export type { FolderEntry, HostInfo, Workspace, WorkspaceApi } from './workspace-api.ts'
export {
  type PostFile,
  type PostState,
  type PostSummary,
  type PostsApi,
  type RepoPath,
  type TrashedPost,
  type Version,
  postsMethods,
} from './posts-api.ts'
export { type SiteApi, siteMethods } from './site-api.ts'
export { type SitePdf, type SitePdfsApi, largestPdfBytes } from './site-pdfs-api.ts'
export { type ThemesApi, themesMethods } from './themes-api.ts'
export {
  type EmbedAnswer,
  type EmbedAnswerState,
  type EmbedsApi,
  type QueuedEmbed,
  embedsMethods,
} from './embeds-api.ts'
export {
  type Draft,
  type DraftChange,
  type DraftsApi,
  type KeptView,
  type RecoveredDraft,
  type ViewState,
  draftsMethods,
} from './drafts-api.ts'
export { type PicturesApi, picturesMethods } from './pictures-api.ts'
export { type DictionariesApi, type DictionaryFiles, dictionariesMethods } from './dictionaries-api.ts'
export { type ShareApi, type SharedPage, shareMethods } from './share-api.ts'
export { type Json, type Settings, type SettingsApi, settingsMethods } from './settings-api.ts'
export {
  type ExportApi,
  type ExportRequest,
  type PlannedExport,
  type PlannedTexts,
  type PublishState,
  type PushConflict,
  type ResolvedFile,
  exportMethods,
} from './export-api.ts'
export type { Menu, MenuItem, WindowApi } from './window-api.ts'
export { type HistoryApi, type PostVersion, historyMethods } from './history-api.ts'
export { type LinksApi, linksMethods } from './links-api.ts'
export { type OwnLinksApi, ownLinksMethods } from './own-links-api.ts'
export { type AuthorApi, type PostTemplate, authorMethods } from './author-api.ts'
export {
  type FoundPost,
  type Replacement,
  type SearchApi,
  type SearchMatch,
  type SearchQuery,
  type SearchResult,
  searchMethods,
} from './search-api.ts'
