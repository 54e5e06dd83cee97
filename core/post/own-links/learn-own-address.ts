import type { PostLinkFacts } from '../references/index.ts'
import {
  type OwnAddressForm,
  type OwnDocument,
  type SiteAddress,
  formOf,
  keysOf,
  readOwnAddress,
  writeOwnAddress,
} from './own-address.ts'

/** As many links as an author's present habit shows in: who went over to another one is not held to the old. */
const enough = 30

/**
 * Learns how an author writes the addresses of their own documents.
 *
 * @param posts what is known of the links of posts, the newest first
 * @returns the address of a document as this author would write it; under the base address where nothing teaches it
 */
export function learnOwnAddress(
  posts: readonly PostLinkFacts[],
  documents: readonly OwnDocument[],
  site: SiteAddress,
): (document: OwnDocument) => string {
  const forms = learnForms(posts, documents, site)
  const plain: OwnAddressForm = { names: 'path', before: site.baseurl.replace(/\/+$/, ''), after: '' }
  return document =>
    [...forms, plain].map(form => writeOwnAddress(form, document)).find(address => address !== undefined)!
}

/** The forms of the newest links, the most used first. */
function learnForms(
  posts: readonly PostLinkFacts[],
  documents: readonly OwnDocument[],
  site: SiteAddress,
): OwnAddressForm[] {
  const named = new Map(documents.flatMap(document => keysOf(document).map(key => [key, document] as const)))
  const counts = new Map<string, number>()
  let seen = 0
  for (const { links } of posts)
    for (const { url, isImage } of links) {
      // A path seen from the page of the link would lead elsewhere in a feed or a list of posts.
      const address = isImage || seen === enough ? undefined : readOwnAddress(url, site)
      const document = address && named.get(address.key)
      if (!address || !document) continue
      const form = JSON.stringify(formOf(address, document))
      counts.set(form, (counts.get(form) ?? 0) + 1)
      seen++
    }
  return [...counts]
    .toSorted(([, left], [, right]) => right - left)
    .map(([form]) => JSON.parse(form) as OwnAddressForm)
}
