import type { SiteApi } from '../../core/contract/index.ts'
import { type DocumentAddress, createSite, documentAddresses } from '../../core/jekyll/index.ts'
import { readSite } from './site-reader.ts'
import { SiteTexts } from './site-texts.ts'

/** The site around the open folder; what is asked again and did not change is not read or computed again. */
export function createSiteService(folder: string): SiteApi {
  const texts = new SiteTexts()
  let known: { readonly version: string; readonly addresses: DocumentAddress[] } | undefined
  return {
    readSite: () => readSite(folder, { texts }),
    async listAddresses() {
      const snapshot = await readSite(folder, { texts })
      if (known?.version !== snapshot.version)
        known = { version: snapshot.version, addresses: documentAddresses(createSite(snapshot)) }
      return known.addresses
    },
  }
}
