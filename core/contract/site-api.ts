import type { DocumentAddress, SiteFacts, SiteSnapshot } from '../jekyll/index.ts'
import type { MethodTable } from './wire.ts'

export interface SiteApi {
  /** The Jekyll site around the open folder as plain values; the built-in minimal site where there is none. */
  readSite(): Promise<SiteSnapshot>
  /** The site's posts and other documents with the addresses Jekyll gives them, newest first. */
  listAddresses(): Promise<DocumentAddress[]>
  /** What its configuration says of all posts. */
  describeSite(): Promise<SiteFacts>
}

export const siteMethods: MethodTable<SiteApi> = {
  readSite: () => [],
  listAddresses: () => [],
  describeSite: () => [],
}
