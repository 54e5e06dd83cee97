import { constants, linkSync, renameSync, statSync } from 'node:fs'
import * as files from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type FileFacts, factsOf } from './file-facts.ts'
import { type NameCalls, type Swap, type SwapResult, swapNames } from './swap-names.ts'

/**
 * The calls through which Lectern changes the disk. One small boundary, so that tests can fail, record and replay
 * every one of them; what only reads for display (listing, search) does not go through here.
 */
export interface FileSystem {
  /** `read`; `create`, which fails where the name is taken; `append` and `update`, which need an existing file. */
  readonly open: (path: string, how: OpenMode, mode?: number) => Promise<OpenFile>
  /** Follows symbolic links. Rejects with ENOENT where there is nothing. */
  readonly stat: (path: string) => Promise<FileFacts>
  /** As `stat`, of a symbolic link itself: for what is done to names. */
  readonly nameFacts: (path: string) => Promise<FileFacts>
  /** The path without symbolic links. */
  readonly realpath: (path: string) => Promise<string>
  /** Moves over whatever stands at `to`. */
  readonly rename: (from: string, to: string) => Promise<void>
  /** Gives a name to another file and overwrites nothing, see {@link swapNames}. */
  readonly swap: (swap: Swap) => Promise<SwapResult>
  /** A second name for a file; fails with EEXIST where the name is taken. */
  readonly link: (from: string, to: string) => Promise<void>
  readonly unlink: (path: string) => Promise<void>
  /** Makes a folder and those above it, durably. */
  readonly makeFolder: (path: string) => Promise<void>
  /** Makes the names in a folder durable. */
  readonly syncFolder: (path: string) => Promise<void>
}

export type OpenMode = 'read' | 'create' | 'append' | 'update'

export interface OpenFile {
  readonly facts: () => Promise<FileFacts>
  /** The whole content. */
  readonly read: () => Promise<Buffer>
  /** A part of the content; shorter where it ends before. */
  readonly readPart: (position: number, sizeBytes: number) => Promise<Buffer>
  /** Writes all of `bytes`: at `position`, or at the end of a file opened to append. */
  readonly write: (bytes: Uint8Array, position?: number) => Promise<void>
  readonly truncate: (sizeBytes: number) => Promise<void>
  readonly setMode: (mode: number) => Promise<void>
  readonly setOwner: (user: number, group: number) => Promise<void>
  /** Makes the content durable. */
  readonly sync: () => Promise<void>
  readonly close: () => Promise<void>
}

/** The calls a swap is made of; tests write as another program before each. */
export const diskNameCalls: NameCalls = {
  facts: path => factsOf(statSync(path, { bigint: true })),
  rename: renameSync,
  link: linkSync,
}

/** The real disk. */
export const diskFileSystem: FileSystem = {
  open: async (path, how, mode = 0o666) => openFile(await files.open(path, flags[how], mode)),
  stat: async path => factsOf(await files.stat(path, { bigint: true })),
  nameFacts: async path => factsOf(await files.lstat(path, { bigint: true })),
  realpath: path => files.realpath(path),
  rename: (from, to) => files.rename(from, to),
  swap: async swap => swapNames(diskNameCalls, swap),
  link: (from, to) => files.link(from, to),
  unlink: path => files.unlink(path),
  makeFolder,
  syncFolder,
}

const flags: Readonly<Record<OpenMode, number>> = {
  read: constants.O_RDONLY,
  create: constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL,
  append: constants.O_WRONLY | constants.O_APPEND,
  update: constants.O_RDWR,
}

function openFile(handle: files.FileHandle): OpenFile {
  return {
    facts: async () => factsOf(await handle.stat({ bigint: true })),
    read: async () => readFromStart(handle),
    readPart: async (position, sizeBytes) => {
      const part = Buffer.alloc(sizeBytes)
      const { bytesRead } = await handle.read(part, 0, sizeBytes, position)
      return part.subarray(0, bytesRead)
    },
    write: async (bytes, position) => {
      let done = 0
      while (done < bytes.length) {
        const at = position === undefined ? null : position + done
        done += (await handle.write(bytes, done, bytes.length - done, at)).bytesWritten
      }
    },
    truncate: sizeBytes => handle.truncate(sizeBytes),
    setMode: mode => handle.chmod(mode),
    setOwner: (user, group) => handle.chown(user, group),
    sync: () => handle.sync(),
    close: () => handle.close(),
  }
}

/** `FileHandle.readFile` starts where the last read ended; the content is asked for twice during a save. */
async function readFromStart(handle: files.FileHandle): Promise<Buffer> {
  const chunks: Buffer[] = []
  const expected = Number((await handle.stat()).size)
  let at = 0
  for (;;) {
    const chunk = Buffer.allocUnsafe(Math.max(expected - at + 1, 4096))
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, at)
    if (bytesRead === 0) return Buffer.concat(chunks)
    chunks.push(chunk.subarray(0, bytesRead))
    at += bytesRead
  }
}

async function makeFolder(path: string): Promise<void> {
  const topmost = await files.mkdir(path, { recursive: true })
  if (topmost === undefined) return
  let made = resolve(path)
  for (;;) {
    await syncFolder(dirname(made))
    if (made === resolve(topmost)) return
    made = dirname(made)
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows neither opens folders for this nor needs it: NTFS journals names itself.
  if (process.platform === 'win32') return
  const handle = await files.open(path, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
