import type { DocumentAddress, SiteFacts, SiteSnapshot } from '../jekyll/index.ts'
import type { MethodTable } from './wire.ts'

export interface SiteApi {
  /** The Jekyll site around the open folder as plain values; the built-in minimal site where there is none. */
  readSite(): Promise<SiteSnapshot>
  /** The site's posts and other documents with the addresses Jekyll gives them, newest first. */
  listAddresses(): Promise<DocumentAddress[]>
  /** What its configuration says of itself and all posts. */
  describeSite(): Promise<SiteFacts>
  /** The names a post may give as its layout, those of the theme included. */
  listLayouts(): Promise<string[]>
}

export const siteMethods: MethodTable<SiteApi> = {
  readSite: () => [],
  listAddresses: () => [],
  describeSite: () => [],
  listLayouts: () => [],
}
