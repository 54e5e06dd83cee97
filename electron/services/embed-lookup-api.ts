import { join } from 'node:path'
import type { EmbedsApi } from '../../core/contract/index.ts'
import { readHouse } from './embed-house.ts'
import { createEmbedQueue } from './embed-lookup-queue.ts'
import { type Network, internet } from './embed-lookup-request.ts'
import { createEmbedLookup } from './embed-lookup.ts'
import { placeResolved } from './embed-lookup-place.ts'
import { createEmbedStore } from './embed-store.ts'
import type { FileSystem } from './file-system.ts'

export interface EmbedsOptions {
  readonly disk: FileSystem
  /** Lectern's own folder; records are shared by all opened folders, the queue by posts of one. */
  readonly dataDir: string
  /** The opened folder. */
  readonly folder: string
  /** A short name of the opened folder that can be part of a file name. */
  readonly folderKey: string
  readonly network?: Network
}

/** The room of embeds: lookups on the writer's action, what is kept of them, the queue, and the author's own style. */
export function createEmbeds({
  disk,
  dataDir,
  folder,
  folderKey,
  network = internet,
}: EmbedsOptions): EmbedsApi {
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
    queueEmbed: (path, address) => queue.add(path, address),
    dropQueuedEmbed: (path, address) => queue.drop(path, address),
    resolveEmbedQueue: which => queue.resolve(which),
    placeQueuedEmbed: async (path, address) => {
      const entry = (await queue.list()).find(queued => queued.path === path && queued.address === address)
      if (!entry?.embed) return 'changed'
      const outcome = await placeResolved(disk, join(folder, path), entry.embed, await readHouse(folder))
      if (outcome === 'placed') await queue.drop(path, address)
      return outcome
    },
  }
}
