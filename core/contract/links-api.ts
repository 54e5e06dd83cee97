import type { KnownLink, LinkConflict, LinkPlace, PostLinkFacts } from '../post/index.ts'
import { number, text } from './arguments.ts'
import type { MethodTable } from './wire.ts'

/** Every link and label of all posts of the folder, as they are saved. */
export interface LinksApi {
  /** Addresses with their labels, the most used first. */
  knownLinks(): Promise<KnownLink[]>
  /** The links of the newest posts, newest first: they teach how this author writes links. */
  newestLinks(count: number): Promise<PostLinkFacts[]>
  /** Where posts link to an address, newest first. */
  linkPlaces(url: string): Promise<LinkPlace[]>
  /** Labels that mean several addresses, and addresses with several labels. */
  linkConflicts(): Promise<LinkConflict[]>
}

export const linksMethods: MethodTable<LinksApi> = {
  knownLinks: () => [],
  newestLinks: ([count]) => [Math.min(Math.max(number(count), 0), 500)],
  linkPlaces: ([url]) => [text(url)],
  linkConflicts: () => [],
}
