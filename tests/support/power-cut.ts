import { existsSync, linkSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type FileSystem, type OpenFile, diskNameCalls } from '../../electron/services/file-system.ts'
import { swapNames } from '../../electron/services/swap-names.ts'

/**
 * A disk that writes down every call that changes it, so that a power cut can be played after each.
 *
 *     create  write  sync      a file's content, durable at `sync`
 *     rename  link  unlink     names in folders, durable at `sync folder`
 *     make folder              durable at once; a folder made in any other way is taken to be gone with what is in it
 */
export interface RecordedDisk {
  readonly disk: FileSystem
  readonly calls: readonly Call[]
}

type Call =
  | { readonly type: 'create'; readonly path: string; readonly file: number }
  | {
      readonly type: 'write'
      readonly file: number
      readonly bytes: Buffer
      readonly position: number | undefined
    }
  | { readonly type: 'truncate'; readonly file: number; readonly size: number }
  | { readonly type: 'sync'; readonly file: number }
  | { readonly type: 'rename' | 'link'; readonly path: string; readonly to: string }
  | { readonly type: 'unlink'; readonly path: string }
  | { readonly type: 'make folder' | 'sync folder'; readonly path: string }
  /** Not a call: something the writer was told, see {@link RecordedDisk}. */
  | { readonly type: 'told'; readonly what: string }

/** What the disk does with calls that were not made durable. */
export const losses = [
  /** All of it is gone: names and content. */
  'everything unsynced is gone',
  /** Names are there, content that was not synced is not: the zero-filled file of the complaints. */
  'names stay, content is gone',
  /** Names are gone, content is there. */
  'content stays, names are gone',
  /** The last write came through by half. */
  'writes are torn',
] as const

export type Loss = (typeof losses)[number]

export function recordDisk(
  real: FileSystem,
  files: Readonly<Record<string, Buffer>>,
): RecordedDisk & {
  readonly tell: (what: string) => void
  readonly starting: Readonly<Record<string, Buffer>>
} {
  const calls: Call[] = []
  const numbers = new Map<string, number>()
  let next = 0
  for (const path of Object.keys(files)) numbers.set(path, next++)
  const move = (from: string, to: string): void => {
    const number = numbers.get(from)
    if (number !== undefined) numbers.set(to, number)
    numbers.delete(from)
  }
  const disk: FileSystem = {
    ...real,
    open: async (path, how, mode) => {
      const file = await real.open(path, how, mode)
      if (how === 'create') {
        numbers.set(path, next)
        calls.push({ type: 'create', path, file: next++ })
      }
      return recordFile(file, numbers.get(path) ?? -1, calls)
    },
    rename: async (path, to) => {
      await real.rename(path, to)
      calls.push({ type: 'rename', path, to })
      move(path, to)
    },
    swap: async swap =>
      swapNames(
        {
          facts: diskNameCalls.facts,
          rename: (path, to) => {
            diskNameCalls.rename(path, to)
            calls.push({ type: 'rename', path, to })
            move(path, to)
          },
          link: (path, to) => {
            diskNameCalls.link(path, to)
            calls.push({ type: 'link', path, to })
            numbers.set(to, numbers.get(path) ?? -1)
          },
        },
        swap,
      ),
    link: async (path, to) => {
      await real.link(path, to)
      calls.push({ type: 'link', path, to })
      numbers.set(to, numbers.get(path) ?? -1)
    },
    unlink: async path => {
      await real.unlink(path)
      calls.push({ type: 'unlink', path })
      numbers.delete(path)
    },
    makeFolder: async path => {
      // Who finds it there does not know whether it is durable, and does nothing about it.
      const isThere = existsSync(path)
      await real.makeFolder(path)
      if (!isThere) calls.push({ type: 'make folder', path })
    },
    syncFolder: async path => {
      await real.syncFolder(path)
      calls.push({ type: 'sync folder', path })
    },
  }
  return { disk, calls, tell: what => void calls.push({ type: 'told', what }), starting: files }
}

function recordFile(file: OpenFile, number: number, calls: Call[]): OpenFile {
  return {
    ...file,
    write: async (bytes, position) => {
      await file.write(bytes, position)
      calls.push({ type: 'write', file: number, bytes: Buffer.from(bytes), position })
    },
    truncate: async size => {
      await file.truncate(size)
      calls.push({ type: 'truncate', file: number, size })
    },
    sync: async () => {
      await file.sync()
      calls.push({ type: 'sync', file: number })
    },
  }
}

interface Content {
  durable: Buffer
  now: Buffer
  /** Before the last write. */
  before: Buffer
}

/**
 * The files as they are found after a power cut behind the first `count` calls, by path. Two names of one file have the
 * very same buffer.
 */
export function afterPowerCut(
  starting: Readonly<Record<string, Buffer>>,
  calls: readonly Call[],
  count: number,
  loss: Loss,
): Record<string, Buffer> {
  const contents = new Map<number, Content>()
  let names = new Map<string, number>()
  let durableNames = new Map<string, number>()
  for (const [path, bytes] of Object.entries(starting)) {
    const number = contents.size
    contents.set(number, { durable: bytes, now: bytes, before: bytes })
    names.set(path, number)
  }
  durableNames = new Map(names)
  const folders = new Set(Object.keys(starting).flatMap(foldersAbove))
  for (const call of calls.slice(0, count)) {
    if (call.type === 'create') {
      contents.set(call.file, { durable: Buffer.alloc(0), now: Buffer.alloc(0), before: Buffer.alloc(0) })
      names.set(call.path, call.file)
    } else if (call.type === 'write' || call.type === 'truncate') {
      const content = contents.get(call.file)
      if (!content) continue
      content.before = content.now
      content.now =
        call.type === 'write'
          ? written(content.now, call.bytes, call.position)
          : content.now.subarray(0, call.size)
    } else if (call.type === 'sync') {
      const content = contents.get(call.file)
      if (content) content.durable = content.before = content.now
    } else if (call.type === 'make folder') {
      for (const folder of foldersAbove(join(call.path, 'any'))) folders.add(folder)
    } else if (call.type === 'sync folder') {
      durableNames = synced(durableNames, names, call.path)
    } else if (call.type === 'rename' || call.type === 'link' || call.type === 'unlink') {
      names = renamed(names, call)
    }
  }
  const losesNames = loss === 'everything unsynced is gone' || loss === 'content stays, names are gone'
  const kept = losesNames ? durableNames : names
  const bytes = new Map([...contents].map(([number, content]) => [number, contentAfter(content, loss)]))
  const found: Record<string, Buffer> = {}
  for (const [path, number] of kept)
    if (!losesNames || folders.has(dirname(path))) found[path] = bytes.get(number) ?? Buffer.alloc(0)
  return found
}

/** The folder of a file and those above it. */
function foldersAbove(path: string): string[] {
  const above = dirname(path)
  return above === path ? [] : [above, ...foldersAbove(above)]
}

function contentAfter({ durable, now, before }: Content, loss: Loss): Buffer {
  if (loss === 'content stays, names are gone') return now
  if (loss !== 'writes are torn' || now.equals(durable)) return durable
  return Buffer.concat([
    before,
    now.subarray(before.length, before.length + Math.ceil((now.length - before.length) / 2)),
  ])
}

function written(now: Buffer, bytes: Buffer, position = now.length): Buffer {
  const size = Math.max(now.length, position + bytes.length)
  const next = Buffer.alloc(size)
  now.copy(next)
  bytes.copy(next, position)
  return next
}

function renamed(
  names: ReadonlyMap<string, number>,
  call: Extract<Call, { type: 'rename' | 'link' | 'unlink' }>,
): Map<string, number> {
  const next = new Map(names)
  const number = next.get(call.path)
  if (call.type !== 'link') next.delete(call.path)
  if (call.type !== 'unlink' && number !== undefined) next.set(call.to, number)
  return next
}

/** Names in one folder become durable; a rename into it takes the old name, wherever it lies, with it. */
function synced(
  durable: ReadonlyMap<string, number>,
  names: ReadonlyMap<string, number>,
  folder: string,
): Map<string, number> {
  const next = new Map([...durable].filter(([path]) => dirname(path) !== folder))
  for (const [path, number] of names) if (dirname(path) === folder) next.set(path, number)
  return next
}

/** Puts files found after a power cut in place of what is in `home`. */
export function layOut(files: Readonly<Record<string, Buffer>>, home: string): void {
  rmSync(home, { recursive: true, force: true })
  const written = new Map<Buffer, string>()
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(dirname(path), { recursive: true })
    const other = written.get(bytes)
    if (other === undefined) writeFileSync(path, bytes)
    else linkSync(other, path)
    written.set(bytes, path)
  }
}

/** All files under a folder, by absolute path. */
export function filesUnder(home: string): Record<string, Buffer> {
  const entries = readdirSync(home, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  return Object.fromEntries(
    entries.map(entry => join(entry.parentPath, entry.name)).map(path => [path, readFileSync(path)]),
  )
}
