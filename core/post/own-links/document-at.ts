import { type OwnDocument, type SiteAddress, keysOf, readOwnAddress } from './own-address.ts'

/** The document of the site that an address leads to, however it is written. */
export function documentAt<T extends OwnDocument>(
  written: string,
  documents: readonly T[],
  site: SiteAddress,
): T | undefined {
  const address = readOwnAddress(written, site)
  return address && documents.find(document => keysOf(document).includes(address.key))
}
