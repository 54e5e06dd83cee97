import { stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { LinksApi } from '../../core/contract/index.ts'
import { LinkLibrary, type PostLinkFacts, linkFactsOf } from '../../core/post/index.ts'
import { findPostsBelow, readPosts } from './author-posts.ts'
import type { FileSystem } from './file-system.ts'
import { folderKey } from './folder-key.ts'
import { readJson } from './json-file.ts'
import { writeWhole } from './safe-write.ts'
import { severalAtATime } from './several-at-a-time.ts'

export interface LinkLibraryOptions {
  readonly folder: string
  readonly dataDir: string
  readonly disk: FileSystem
}

export interface LinkLibraryService extends LinksApi {
  /** What was known of every post when the folder was last looked at, the newest first: the same list until then. */
  readonly lastKnown: () => Promise<readonly PostLinkFacts[]>
}

/** What was read of a file while its size and time were these. */
interface ReadFile {
  readonly key: string
  readonly facts: PostLinkFacts
}

const format = 2
/** Posts read between two chances for others to be served. */
const postsAtATime = 20
/** A folder asked about again this soon has hardly changed. Milliseconds. */
const freshMs = 300

/** Keeps the links of all posts: a file is read again only when it changed, also after a restart. */
export function createLinkLibrary({ folder, dataDir, disk }: LinkLibraryOptions): LinkLibraryService {
  const store = join(dataDir, 'links', `${folderKey(folder)}.json`)
  const library = new LinkLibrary()
  let files: Map<string, ReadFile> | undefined
  let running: Promise<void> | undefined
  let readAt = -Infinity

  async function refresh(): Promise<void> {
    files ??= await readStore(store, library)
    const known = files
    const found = await findPostsBelow(folder)
    const keys = await severalAtATime(found, keyOf)
    const changed = found.filter((file, index) => known.get(file)?.key !== keys[index])
    const keyOfFile = new Map(found.map((file, index) => [file, keys[index]!]))
    const gone = [...known.keys()].filter(file => !keyOfFile.has(file))
    for (const file of gone) {
      known.delete(file)
      library.delete(pathOf(file))
    }
    for (let at = 0; at < changed.length; at += postsAtATime) {
      for (const { file, source } of await readPosts(changed.slice(at, at + postsAtATime))) {
        const facts = linkFactsOf(pathOf(file), source)
        known.set(file, { key: keyOfFile.get(file)!, facts })
        library.set(facts)
      }
      await new Promise(resolve => void setImmediate(resolve))
    }
    if (changed.length + gone.length > 0)
      await writeWhole(disk, store, JSON.stringify({ format, files: [...known] }))
    readAt = performance.now()
  }

  /** Callers at the same time wait for one reading. */
  async function upToDate(): Promise<LinkLibrary> {
    if (performance.now() - readAt > freshMs)
      await (running ??= refresh().finally(() => (running = undefined)))
    return library
  }

  function pathOf(file: string): string {
    return relative(folder, file).split(sep).join('/')
  }

  return {
    lastKnown: async () => (readAt < 0 ? await upToDate() : library).newestFirst(),
    knownLinks: async () => (await upToDate()).knownLinks(),
    newestLinks: async count => (await upToDate()).newestFirst().slice(0, count),
    linkPlaces: async url => (await upToDate()).placesOf(url),
    linkConflicts: async () => (await upToDate()).conflicts(),
  }
}

async function keyOf(file: string): Promise<string> {
  const facts = await stat(file).catch(() => undefined) // A file that has just gone is unknown next time.
  return facts ? `${facts.size} ${facts.mtimeMs} ${facts.ino}` : ''
}

/** What an earlier session read; nothing where it cannot be used. */
async function readStore(store: string, library: LinkLibrary): Promise<Map<string, ReadFile>> {
  const { value } = await readJson(store)
  const stored = value as
    | { readonly format?: unknown; readonly files?: readonly [string, ReadFile][] }
    | undefined
  if (stored?.format !== format || !Array.isArray(stored.files)) return new Map()
  const files = new Map<string, ReadFile>(stored.files)
  for (const { facts } of files.values()) library.set(facts)
  return files
}
