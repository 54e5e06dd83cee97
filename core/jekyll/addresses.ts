import { toPlain } from '../yaml/index.ts'
import type { Document } from './document.ts'
import type { Site } from './create-site.ts'

/** A post or other document of the site, as a link names it. */
export interface DocumentAddress {
  /** From the site's folder, with `/`. */
  readonly path: string
  readonly title: string
  /** As Jekyll computes it, without the site's own address in front. */
  readonly url: string
}

/** The posts and other documents of a site with their addresses, newest first. Those whose address fails are left out. */
export function documentAddresses(site: Site): DocumentAddress[] {
  const documents = [...site.collections.values()].flatMap(collection => collection.documents).toReversed()
  return documents.flatMap(document => addressOf(document) ?? [])
}

function addressOf(document: Document): DocumentAddress | undefined {
  try {
    const title = toPlain(document.data.get('title'))
    const { path } = document.file
    return { path, title: title === null ? path : String(title), url: document.url }
  } catch {
    // A post with a permalink Jekyll refuses has no address to link to; the preview says why.
    return undefined
  }
}
