import type { SiteSnapshot } from '../jekyll/index.ts'
import type { MethodTable } from './wire.ts'

export interface SiteApi {
  /** The Jekyll site around the open folder as plain values; the built-in minimal site where there is none. */
  readSite(): Promise<SiteSnapshot>
}

export const siteMethods: MethodTable<SiteApi> = {
  readSite: () => [],
}
