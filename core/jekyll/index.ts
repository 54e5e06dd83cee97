export { type DocumentAddress, documentAddresses } from './addresses.ts'
export type {
  HostingSigns,
  JekyllVersion,
  RemoteThemeFacts,
  SiteFile,
  SiteProblem,
  SiteSnapshot,
  ThemeSnapshot,
} from './site.ts'
export { type Site, createSite } from './create-site.ts'
export type { SiteOptions } from './site-settings.ts'
export {
  type RenderProblem,
  type RenderRequest,
  type RenderedBlock,
  type RenderedDocument,
  listDocuments,
  renderDocument,
} from './render-document.ts'
export { type TemplateSite, renderTemplate } from './render-template.ts'
export { FileClassifier, type FileRole } from './classify-files.ts'
export { alwaysExcluded, readConfiguration } from './configuration.ts'
export { cutToExcerpt } from './excerpt.ts'
export { splitDocument } from './document-source.ts'
export { type SiteFacts, siteFacts } from './site-facts.ts'
export { siteAddress } from './site-address.ts'
export { headingAnchors } from './heading-anchors.ts'
export { unpublishedLinks } from './unpublished-links.ts'
export { type RemoteTheme, readRemoteTheme, remoteThemeTitle } from './remote-theme.ts'
export { siteNotices } from './site-notices.ts'
export {
  type JekyllChoice,
  type VersionDifference,
  chooseJekyll,
  foundJekyll,
  versionDifferences,
} from './versions.ts'
