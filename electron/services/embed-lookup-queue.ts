import type { EmbedAnswer, QueuedEmbed, RepoPath, Version } from '../../core/contract/index.ts'
import type { EmbedLookup } from './embed-lookup.ts'
import type { FileSystem } from './file-system.ts'
import { readJson, writeJson } from './json-file.ts'
import { createQueue } from './one-at-a-time.ts'

/** Embeds that wait for the network, kept over restarts. */
export interface EmbedQueue {
  readonly list: () => Promise<QueuedEmbed[]>
  /** Adds an embed of a post; of one that waits already only the version of its file is noted. */
  readonly add: (path: RepoPath, address: string, version?: Version) => Promise<QueuedEmbed[]>
  readonly drop: (path: RepoPath, address: string) => Promise<QueuedEmbed[]>
  /** Looks up what waits: all of it when the writer asks, else what is due. Stops at the first that nobody answers. */
  readonly resolve: (which: 'all' | 'due') => Promise<QueuedEmbed[]>
}

export interface EmbedQueueOptions {
  readonly disk: FileSystem
  /** The JSON file it is kept in. */
  readonly file: string
  readonly lookup: EmbedLookup['lookup']
  readonly now: () => number
  /** Between 0 and 1, to spread the tries of many. */
  readonly random: () => number
}

const secondMs = 1000
const waitsMs = [30, 120, 600, 3_600, 21_600, 86_400].map(seconds => seconds * secondMs)

export function createEmbedQueue({ disk, file, lookup, now, random }: EmbedQueueOptions): EmbedQueue {
  const inTurn = createQueue()

  async function read(): Promise<QueuedEmbed[]> {
    const { value } = await readJson(file)
    return Array.isArray(value) ? value.filter(isQueued) : []
  }

  function change(alter: (entries: readonly QueuedEmbed[]) => QueuedEmbed[]): Promise<QueuedEmbed[]> {
    return inTurn('queue', async () => {
      const entries = alter(await read())
      await writeJson(disk, file, entries)
      return entries
    })
  }

  async function resolve(which: 'all' | 'due'): Promise<QueuedEmbed[]> {
    for (const entry of await read()) {
      if (entry.state !== 'waiting' || (which === 'due' && Date.parse(entry.nextAt) > now())) continue
      const answer = await lookup(entry.address)
      await change(entries => entries.map(other => (isSame(other, entry) ? after(entry, answer) : other)))
      if (answer.state === 'pending' && answer.httpStatus === undefined && which === 'due') break
    }
    return read()
  }

  function after(entry: QueuedEmbed, answer: EmbedAnswer): QueuedEmbed {
    const { message } = answer
    if (answer.state === 'private' || answer.state === 'gone' || answer.state === 'blocked')
      return { ...entry, state: 'stopped', message }
    if (answer.state !== 'pending' && answer.embed?.offlineResolvable)
      return { ...entry, state: 'resolved', message: '', embed: answer.embed }
    const waitMs = waitsMs[Math.min(entry.tries, waitsMs.length - 1)]! * (1 + random() / 4)
    const asked =
      answer.retryAt === undefined || answer.httpStatus === undefined ? 0 : Date.parse(answer.retryAt)
    return {
      ...entry,
      tries: entry.tries + 1,
      nextAt: new Date(Math.max(now() + waitMs, asked)).toISOString(),
      message,
    }
  }

  return {
    list: read,
    add: (path, address, version) =>
      change(entries => {
        const known = entries.find(entry => isSame(entry, { path, address }))
        const entry: QueuedEmbed = known ?? {
          path,
          address,
          state: 'waiting',
          tries: 0,
          nextAt: new Date(now()).toISOString(),
          message: '',
        }
        const noted = version === undefined ? entry : { ...entry, version }
        return known ? entries.map(other => (other === known ? noted : other)) : [...entries, noted]
      }),
    drop: (path, address) => change(entries => entries.filter(entry => !isSame(entry, { path, address }))),
    resolve,
  }
}

function isSame(a: Pick<QueuedEmbed, 'path' | 'address'>, b: Pick<QueuedEmbed, 'path' | 'address'>): boolean {
  return a.path === b.path && a.address === b.address
}

function isQueued(value: unknown): value is QueuedEmbed {
  if (typeof value !== 'object' || value === null) return false
  const { path, address, state, tries, nextAt } = value as Record<string, unknown>
  return [path, address, state, nextAt].every(field => typeof field === 'string') && typeof tries === 'number'
}
