import { createHash } from 'node:crypto'
import { readFile, readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Embed } from '../../core/post/index.ts'
import type { FileSystem } from './file-system.ts'
import { readJson, writeJson } from './json-file.ts'
import { writeWhole } from './safe-write.ts'

/** What was learned about an embed from the network, kept so that nobody has to be asked again. */
export interface EmbedRecord {
  readonly v: 1
  readonly embed: Embed
  readonly author?: string
  /** The poster, by the hash of its bytes. */
  readonly poster?: string
  readonly status: 'ok' | 'private' | 'gone'
  /** ISO 8601. */
  readonly fetchedAt: string
  readonly expiresAt: string
}

export interface EmbedStore {
  readonly read: (key: string) => Promise<EmbedRecord | undefined>
  readonly write: (key: string, record: EmbedRecord) => Promise<void>
  /** The hash under which a picture is kept; undefined for bytes that are no raster picture. */
  readonly keepPoster: (bytes: Buffer) => Promise<string | undefined>
  /** A kept picture; undefined where there is none, or where its bytes are not what its name says. */
  readonly readPoster: (hash: string) => Promise<Poster | undefined>
  /** Removes the pictures longest unused until the rest fits; records of removed ones lose nothing else. */
  readonly prune: (pinned?: ReadonlySet<string>) => Promise<void>
}

export interface Poster {
  readonly type: string
  readonly bytes: Buffer
}

/** Parameters that make another item of the same id. */
const meaningful = ['hash', 'list', 'authkey', 'token', 'lang', 'version', 'file', 'cells', 'page']
const mostBytes = 300 * 1024 * 1024

/** The name of an embed's record: the same for the same item, however it was written. */
export function embedKey(embed: Embed): string {
  const params = meaningful
    .filter(name => embed.params[name] !== undefined)
    .map(name => `${name}=${String(embed.params[name])}`)
  const text = [embed.provider, embed.id ?? embed.pageUrl ?? '', ...params].join('\n')
  return createHash('sha256').update(text).digest('hex')
}

/** Records as JSON and posters by content hash, in a folder of Lectern's own. */
export function createEmbedStore(options: {
  readonly disk: FileSystem
  readonly folder: string
  readonly mostBytes?: number
}): EmbedStore {
  const { disk, folder } = options
  const recordPath = (key: string) => join(folder, 'records', `${key}.json`)
  const posterPath = (hash: string) => join(folder, 'posters', hash.slice(0, 2), hash)
  return {
    read: async key => {
      const { value } = await readJson(recordPath(key))
      return isRecord(value) ? value : undefined
    },
    write: (key, record) => writeJson(disk, recordPath(key), record),
    keepPoster: async bytes => {
      if (!rasterType(bytes)) return undefined
      const hash = hashOf(bytes)
      await writeWhole(disk, posterPath(hash), bytes)
      return hash
    },
    readPoster: async hash => {
      if (!/^[0-9a-f]{64}$/.test(hash)) return undefined
      const bytes = await readFile(posterPath(hash)).catch(() => undefined)
      const type = bytes && hashOf(bytes) === hash ? rasterType(bytes) : undefined
      if (!bytes || !type) return undefined
      // The time says when it was last of use; a failure only makes it look older.
      await utimes(posterPath(hash), new Date(), new Date()).catch(() => undefined)
      return { type, bytes }
    },
    prune: pinned =>
      prunePosters(join(folder, 'posters'), options.mostBytes ?? mostBytes, pinned ?? new Set()),
  }
}

/** The type of a picture by its first bytes; undefined for anything that is not a raster picture. */
export function rasterType(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 16).toString('latin1')
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('\xFF\xD8\xFF')) return 'image/jpeg'
  if (/^GIF8[79]a/.test(head)) return 'image/gif'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp'
  return /^ftypavi[fs]/.test(head.slice(4)) ? 'image/avif' : undefined
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function isRecord(value: unknown): value is EmbedRecord {
  if (typeof value !== 'object' || value === null) return false
  const { v, embed, fetchedAt, expiresAt, status } = value as Record<string, unknown>
  const { provider, params } = (typeof embed === 'object' && embed !== null ? embed : {}) as Record<
    string,
    unknown
  >
  return (
    v === 1 &&
    typeof provider === 'string' &&
    typeof params === 'object' &&
    params !== null &&
    [fetchedAt, expiresAt, status].every(field => typeof field === 'string')
  )
}

async function prunePosters(folder: string, most: number, pinned: ReadonlySet<string>): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = await Promise.all(
    entries
      .filter(entry => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
      .map(async entry => {
        const path = join(entry.parentPath, entry.name)
        const { size, mtimeMs } = await stat(path)
        return { path, name: entry.name, sizeBytes: size, usedAt: mtimeMs }
      }),
  )
  let total = files.reduce((sum, entry) => sum + entry.sizeBytes, 0)
  for (const entry of files.toSorted((a, b) => a.usedAt - b.usedAt)) {
    if (total <= most) return
    if (pinned.has(entry.name)) continue
    await rm(entry.path, { force: true })
    total -= entry.sizeBytes
  }
}
