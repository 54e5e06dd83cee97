import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isDiskFull, isMissing } from './disk-errors.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import {
  type JournalRecord,
  type KeptDraft,
  decodeRecords,
  droppedRecord,
  encodeRecord,
  replay,
  wholeRecord,
} from './journal-record.ts'
import { createQueue } from './one-at-a-time.ts'

/**
 * Space set aside while the disk had room, for unsaved text once it has none.
 *
 * One file of two areas, written in place, so that it needs no new blocks. Records follow each other in one area;
 * when it is full, the drafts still alive are written to the other, whose header is written last:
 *
 *     lectern-reserve 00000007 …record…record…          area 0
 *     lectern-reserve 00000006 …left from before…       area 1
 *
 * The higher number counts. It is part of every record's check, so what is left from before never counts.
 */
export interface DraftReserve {
  /** Sets the space aside, or takes over that of a session that ended. Does nothing once it is there. */
  readonly prepare: () => Promise<void>
  /** Durable once it resolves; false when there is no room, or no space was set aside. */
  readonly keep: (kept: KeptDraft) => Promise<boolean>
  readonly drop: (folder: string, path: string, keptAt: number) => Promise<void>
  /** Drafts found in this and all other reserves, and when each was dropped. */
  readonly read: () => Promise<ReserveContent>
  /** Gives the space back to the disk, unless it holds a draft; true when something was freed. */
  readonly giveUp: () => Promise<boolean>
}

export interface ReserveContent {
  readonly kept: readonly KeptDraft[]
  readonly dropped: readonly JournalRecord[]
}

export interface DraftReserveOptions {
  readonly disk: FileSystem
  readonly folder: string
  readonly session: string
  /** Sizes of an area to try, the largest first, while the disk refuses. */
  readonly areaSizes?: readonly number[]
}

const headerBytes = 32
const usualAreaSizes = [8 * 1024 * 1024, 1024 * 1024, 128 * 1024]
const areas = [0, 1] as const

interface Area {
  readonly index: 0 | 1
  readonly number: number
  readonly endBytes: number
  readonly records: readonly JournalRecord[]
}

export function createDraftReserve(options: DraftReserveOptions): DraftReserve {
  const { disk, folder, session, areaSizes = usualAreaSizes } = options
  const ownName = `reserve-${process.pid}-${session}`
  const queue = createQueue()
  const ownPath = join(folder, ownName)
  /** Undefined until the space is there. */
  let areaBytes: number | undefined
  let active: { index: 0 | 1; number: number; endBytes: number } = { index: 0, number: 0, endBytes: 0 }
  const alive = new Map<string, KeptDraft>()

  async function prepare(): Promise<void> {
    if (areaBytes !== undefined) return
    await disk.makeFolder(folder)
    for (const name of await reserveNames(folder)) {
      if (name === ownName || isRunning(name)) continue
      try {
        await disk.rename(join(folder, name), ownPath)
      } catch (error) {
        if (isMissing(error)) continue
        throw error
      }
      return takeOver(await readContent(disk, ownPath))
    }
    for (const size of areaSizes) {
      try {
        await setAside(ownPath, size)
      } catch (error) {
        if (isDiskFull(error) && size !== areaSizes.at(-1)) continue
        throw error
      }
      areaBytes = size
      return
    }
  }

  /** Random bytes, as some disks store no zeros; renamed at the end, so that a half-made one is never taken over. */
  async function setAside(path: string, size: number): Promise<void> {
    const beside = `${path}.tmp`
    const made = await disk.open(beside, 'create', 0o600)
    try {
      const chunk = randomBytes(64 * 1024)
      for (let at = 0; at < 2 * size; at += chunk.length) await made.write(chunk, at)
      await made.sync()
    } catch (error) {
      await disk.unlink(beside).catch(() => undefined)
      throw error
    } finally {
      await made.close()
    }
    await disk.rename(beside, path)
    await disk.syncFolder(folder)
  }

  function takeOver(bytes: Buffer): void {
    areaBytes = bytes.length / 2
    const area = activeArea(bytes)
    if (!area) return
    active = { index: area.index, number: area.number, endBytes: area.endBytes }
    for (const record of area.records) remember(alive, record)
  }

  async function write(record: JournalRecord): Promise<boolean> {
    if (areaBytes === undefined) return false
    remember(alive, record)
    const bytes = encodeRecord(record, String(active.number))
    if (active.number > 0 && active.endBytes + bytes.length <= areaBytes) {
      await writeInPlace([[bytes, active.index * areaBytes + active.endBytes]])
      active = { ...active, endBytes: active.endBytes + bytes.length }
      return true
    }
    return switchAreas(areaBytes)
  }

  async function switchAreas(size: number): Promise<boolean> {
    const number = active.number + 1
    const index = active.index === 0 ? 1 : 0
    const records = [...alive.values()].map(kept => encodeRecord(wholeRecord(kept), String(number)))
    const bytes = Buffer.concat(records)
    if (headerBytes + bytes.length > size) return false
    await writeInPlace([
      [bytes, index * size + headerBytes],
      [header(number), index * size],
    ])
    active = { index, number, endBytes: headerBytes + bytes.length }
    return true
  }

  /** One after the other, each durable before the next. */
  async function writeInPlace(parts: readonly (readonly [bytes: Buffer, position: number])[]): Promise<void> {
    const file = await disk.open(ownPath, 'update')
    try {
      for (const [bytes, position] of parts) {
        await file.write(bytes, position)
        await file.sync()
      }
    } finally {
      await file.close()
    }
  }

  async function keep(kept: KeptDraft): Promise<boolean> {
    const key = keyOf(kept.folder, kept.draft.path)
    const before = alive.get(key)
    if (await write(wholeRecord(kept))) return true
    if (before) alive.set(key, before)
    else alive.delete(key)
    return false
  }

  async function drop(folderOfPost: string, path: string, keptAt: number): Promise<void> {
    if (alive.has(keyOf(folderOfPost, path))) await write(droppedRecord(session, folderOfPost, path, keptAt))
  }

  async function read(): Promise<ReserveContent> {
    const kept: KeptDraft[] = []
    const dropped: JournalRecord[] = []
    for (const name of await reserveNames(folder)) {
      const area = activeArea(await readContent(disk, join(folder, name), isUsed))
      const found = new Map<string, KeptDraft>()
      for (const record of area?.records ?? []) {
        remember(found, record)
        if (record.dropped) dropped.push(record)
      }
      kept.push(...found.values())
    }
    return { kept, dropped }
  }

  async function giveUp(): Promise<boolean> {
    if (areaBytes === undefined || alive.size > 0) return false
    areaBytes = undefined
    active = { index: 0, number: 0, endBytes: 0 }
    await disk.unlink(ownPath)
    return true
  }

  return {
    prepare: () => queue('file', prepare),
    keep: kept => queue('file', () => keep(kept)),
    drop: (folderOfPost, path, keptAt) => queue('file', () => drop(folderOfPost, path, keptAt)),
    read: () => queue('file', read),
    giveUp: () => queue('file', giveUp),
  }
}

function keyOf(folder: string, path: string): string {
  return `${folder}\0${path}`
}

function remember(drafts: Map<string, KeptDraft>, record: JournalRecord): void {
  const key = keyOf(record.folder, record.path)
  const kept = replay(drafts.get(key), record)
  if (kept) drafts.set(key, kept)
  else drafts.delete(key)
}

function header(number: number): Buffer {
  return Buffer.from(
    `lectern-reserve ${String(number).padStart(8, '0')}`.padEnd(headerBytes - 1).concat('\n'),
  )
}

function activeArea(bytes: Buffer): Area | undefined {
  const areaBytes = bytes.length / 2
  let best: Area | undefined
  for (const index of areas) {
    const area = bytes.subarray(index * areaBytes, (index + 1) * areaBytes)
    const number = numberIn(area.subarray(0, headerBytes))
    if (number === 0 || (best && best.number > number)) continue
    const { records, endBytes } = decodeRecords(area.subarray(headerBytes), String(number))
    best = { index, number, endBytes: headerBytes + endBytes, records }
  }
  return best
}

async function reserveNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter(name => /^reserve-\d+-[0-9a-z]+$/.test(name)).toSorted()
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** Of one area; 0 where none was written yet. */
function numberIn(start: Buffer): number {
  return Number(/^lectern-reserve (\d{8}) *\n/.exec(start.toString('latin1'))?.[1] ?? 0)
}

/** Whether anything was ever written into a reserve. Most never are, and reading megabytes takes a while. */
async function isUsed(file: OpenFile): Promise<boolean> {
  const { sizeBytes } = await file.facts()
  for (const index of areas)
    if (numberIn(await file.readPart((index * sizeBytes) / 2, headerBytes)) > 0) return true
  return false
}

/** The whole file; nothing where it is not wanted or was taken over. */
async function readContent(
  disk: FileSystem,
  path: string,
  isWanted?: (file: OpenFile) => Promise<boolean>,
): Promise<Buffer> {
  try {
    const file = await disk.open(path, 'read')
    try {
      if (isWanted && !(await isWanted(file))) return Buffer.alloc(0)
      return await file.read()
    } finally {
      await file.close()
    }
  } catch (error) {
    // Taken over by another session between the look and the read, which then holds what it held.
    if (isMissing(error)) return Buffer.alloc(0)
    throw error
  }
}

/** Whether the session of a reserve may still be running. A process number given to another program counts as running. */
function isRunning(name: string): boolean {
  const pid = Number(/^reserve-(\d+)-/.exec(name)?.[1])
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
