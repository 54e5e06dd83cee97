import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EmbedsApi, Version } from '../../core/contract/index.ts'
import { findEmbeds, isPending } from '../../core/post/index.ts'
import { isMissing } from './disk-errors.ts'
import { readHouse } from './embed-house.ts'
import { createEmbedQueue } from './embed-lookup-queue.ts'
import type { Network } from './checked-request.ts'
import { createEmbedLookup } from './embed-lookup.ts'
import { placeResolved } from './embed-lookup-place.ts'
import { createEmbedStore } from './embed-store.ts'
import type { FileSystem } from './file-system.ts'
import { versionOf } from './version.ts'

export interface EmbedsOptions {
  readonly disk: FileSystem
  /** Lectern's own folder; records are shared by all opened folders, the queue by posts of one. */
  readonly dataDir: string
  /** The opened folder. */
  readonly folder: string
  /** A short name of the opened folder that can be part of a file name. */
  readonly folderKey: string
  readonly network: Network
}

/** The room of embeds: lookups on the writer's action, what is kept of them, the queue, and the author's own style. */
export function createEmbeds({ disk, dataDir, folder, folderKey, network }: EmbedsOptions): EmbedsApi {
  const store = createEmbedStore({ disk, folder: join(dataDir, 'embeds') })
  const { lookup, stored } = createEmbedLookup({ network, store, now: Date.now })
  const queue = createEmbedQueue({
    disk,
    file: join(dataDir, 'embeds', 'queues', `${folderKey}.json`),
    lookup,
    now: Date.now,
    random: Math.random,
  })
  return {
    lookupEmbed: lookup,
    storedEmbeds: addresses => Promise.all(addresses.map(stored)),
    embedPoster: async hash => {
      const poster = await store.readPoster(hash)
      return poster && `data:${poster.type};base64,${poster.bytes.toString('base64')}`
    },
    embedHouse: () => readHouse(folder),
    listEmbedQueue: () => queue.list(),
    queueEmbed: async (path, address) =>
      queue.add(path, address, await versionWith(join(folder, path), address)),
    dropQueuedEmbed: (path, address) => queue.drop(path, address),
    resolveEmbedQueue: which => queue.resolve(which),
    placeQueuedEmbed: async (path, address, by) => {
      const entry = (await queue.list()).find(queued => queued.path === path && queued.address === address)
      if (!entry?.embed || (by === 'queue' && entry.version === undefined)) return 'changed'
      const version = by === 'queue' ? entry.version : undefined
      const house = await readHouse(folder)
      const outcome = await placeResolved(disk, join(folder, path), entry.embed, house, version)
      if (outcome === 'placed') await queue.drop(path, address)
      return outcome
    },
  }
}

/** What the file is, if the link that stands for an address is in it. */
async function versionWith(file: string, address: string): Promise<Version | undefined> {
  const bytes = await readFile(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  const waits = findEmbeds(bytes?.toString('utf8') ?? '').some(
    ({ embed }) => isPending(embed) && embed.pageUrl === address,
  )
  return bytes && waits ? versionOf(bytes) : undefined
}
