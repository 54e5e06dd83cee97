import type { Embed, HouseStyle } from '../post/index.ts'
import { list, oneOf, repoPath, text } from './arguments.ts'
import type { RepoPath, Version } from './posts-api.ts'
import type { MethodTable } from './wire.ts'

/** How much is known of an embed. */
export type EmbedAnswerState =
  /** Known without asking anyone. */
  | 'ready'
  /** Told by the service not long ago. */
  | 'cached'
  /** Told long ago; the service did not answer since. */
  | 'stale'
  /** Not told yet: no answer, or one that cannot be read; `retryAt` says when to ask again. */
  | 'pending'
  /** The service shows it to some people only. */
  | 'private'
  /** The service does not have it any more. */
  | 'gone'
  /** Not asked, or not followed: the address or the answer is not one Lectern takes. */
  | 'blocked'

/** What a service told about an embed. All text is plain text, to be escaped where it is shown. */
export interface EmbedAnswer {
  readonly address: string
  readonly state: EmbedAnswerState
  /** With id, title and ratio where they were told; undefined for an address that is refused. */
  readonly embed?: Embed
  readonly author?: string
  /** The stored picture, for `embedPoster`. */
  readonly poster?: string
  readonly httpStatus?: number
  /** ISO 8601. */
  readonly fetchedAt?: string
  readonly retryAt?: string
  /** What the writer should know; empty where all is well. */
  readonly message: string
}

/** An embed of a post for which a link stands in until its service has answered. */
export interface QueuedEmbed {
  readonly path: RepoPath
  readonly address: string
  readonly state: 'waiting' | 'resolved' | 'stopped'
  readonly tries: number
  /** When it is due again. ISO 8601. */
  readonly nextAt: string
  readonly message: string
  /** The file as Lectern last saved it with the link in it: what was edited since is not touched unasked. */
  readonly version?: Version
  /** What to write in place of the link, once resolved. */
  readonly embed?: Embed
}

/** Embeds and the network. Nothing here asks anyone but the methods that say so. */
export interface EmbedsApi {
  /** Asks the service. Only on the writer's action. */
  lookupEmbed(address: string): Promise<EmbedAnswer>
  /** What is kept of earlier answers, in the order given. Asks nobody. */
  storedEmbeds(addresses: string[]): Promise<EmbedAnswer[]>
  /** A stored picture as a `data:` address; undefined where there is none. */
  embedPoster(hash: string): Promise<string | undefined>
  /** How the author's posts and site write embeds. */
  embedHouse(): Promise<HouseStyle>
  listEmbedQueue(): Promise<QueuedEmbed[]>
  /** Called again after a save, it notes what the file is now. */
  queueEmbed(path: RepoPath, address: string): Promise<QueuedEmbed[]>
  dropQueuedEmbed(path: RepoPath, address: string): Promise<QueuedEmbed[]>
  /** Asks the services of what waits: `all` on the writer's action, `due` when the network is back. */
  resolveEmbedQueue(which: 'all' | 'due'): Promise<QueuedEmbed[]>
  /** Writes a resolved embed into a post that is not open, unless its link, or unasked anything in it, changed there. */
  placeQueuedEmbed(path: RepoPath, address: string, by: 'writer' | 'queue'): Promise<'placed' | 'changed'>
}

export const embedsMethods: MethodTable<EmbedsApi> = {
  lookupEmbed: ([address]) => [text(address)],
  storedEmbeds: ([addresses]) => [list(text)(addresses)],
  embedPoster: ([hash]) => [text(hash)],
  embedHouse: () => [],
  listEmbedQueue: () => [],
  queueEmbed: ([path, address]) => [repoPath(path), text(address)],
  dropQueuedEmbed: ([path, address]) => [repoPath(path), text(address)],
  resolveEmbedQueue: ([which]) => [oneOf('all', 'due')(which)],
  placeQueuedEmbed: ([path, address, by]) => [repoPath(path), text(address), oneOf('writer', 'queue')(by)],
}
