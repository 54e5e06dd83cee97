import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { mkdir, open, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ExportPlan } from '../../core/export/index.ts'
import type { FileOnDisk, FileVersion } from './export-files.ts'
import type { GitEntry } from './git-index.ts'
import type { Repository } from './git-repository.ts'

/**
 * What an export is about to do, kept on disk before it does it, so that whatever happens the next start can either
 * take it back or finish it. Afterwards the same record is what Undo works from.
 *
 * It lies in the repository's own git folder (`lectern/`), so that it is found wherever the app's settings went, and
 * on the same file system as the index. A target without git has it in the app's state folder.
 */
export interface ExportRecord {
  readonly id: string
  /** ISO 8601. */
  readonly startedAt: string
  readonly target: string
  readonly plan: ExportPlan
  readonly files: readonly RecordedFile[]
  /** Folders that were not there; outermost first. */
  readonly madeFolders: readonly string[]
  readonly git?: {
    readonly branch: string
    /** The commit the export starts from. */
    readonly head: string
    /** What our paths were in the index. */
    readonly indexBefore: readonly GitEntry[]
    readonly commit?: string
  }
  /** Which posts of another folder were copied where. */
  readonly sources?: readonly ExportSource[]
  /** Present when this takes an export back. */
  readonly undo?: UndoSteps
}

/** A post of another folder, and its place in the target. */
export interface ExportSource {
  /** Absolute. */
  readonly source: string
  /** Relative to the target. */
  readonly path: string
  /** The writer's text, where what was written is not it or no commit keeps it. */
  readonly text?: string
}

/** How an export is taken back: by its files alone, by moving the branch back, or by a commit that undoes it. */
export interface UndoSteps {
  readonly of: string
  readonly way: 'files' | 'reset' | 'revert'
  /** The commit the branch goes back to. */
  readonly to?: string
  /** What our paths shall be in the index afterwards. */
  readonly index: readonly GitEntry[]
}

/** A file of the target that the export changes or commits. */
export interface RecordedFile {
  readonly path: string
  /** False when the file lies at its place already and is only committed. */
  readonly written: boolean
  /** Where in `before.bin` its old bytes are; undefined when there was no file. */
  readonly before?: {
    readonly at: number
    readonly size: number
    readonly mode: number
    readonly version: FileVersion
  }
  /** What the export puts there; undefined when it removes the file. */
  readonly after?: FileVersion
}

/** The folder with the records of a target. */
export function recordsFolder(
  target: string,
  repository: Repository | undefined,
  stateFolder: string,
): string {
  if (repository) return join(repository.gitDir, 'lectern')
  const name = createHash('sha256').update(target).digest('hex').slice(0, 24)
  return join(stateFolder, 'exports', name)
}

/** Where the export in hand keeps its record. The folder is also the lock: making it succeeds once. */
export function currentFolder(records: string): string {
  return join(records, 'current')
}

export function finishedFolder(records: string, id: string): string {
  return join(records, 'exports', id)
}

/** Finished exports are kept for undo, this many. */
const keptExports = 20

/** An owner that has shown no sign for so long is gone, whatever its process number now belongs to. */
const silentOwnerMs = 20_000
const heartbeatMs = 3_000

/** Targets this process is working on: its number in `owner` alone could be that of a process long dead. */
const ownTargets = new Set<string>()

/** The right to change a target, until it is ended. */
export interface TargetLock {
  /** A process that died had it before and left its record behind. */
  readonly leftBehind: boolean
  readonly end: () => void
}

/** Takes the lock; undefined when somebody alive has it. */
export async function lockTarget(records: string): Promise<TargetLock | undefined> {
  if (ownTargets.has(records)) return undefined
  ownTargets.add(records)
  try {
    const current = currentFolder(records)
    await mkdir(records, { recursive: true })
    const leftBehind = !(await makeOwned(current))
    if (!leftBehind || !(await hasLiveOwner(current))) return await hold(records, leftBehind)
  } catch (error) {
    ownTargets.delete(records)
    throw error
  }
  ownTargets.delete(records)
  return undefined
}

/** Makes the folder with its owner's number in it, in one step: there is no moment at which it is nobody's. */
async function makeOwned(current: string): Promise<boolean> {
  const fresh = `${current}.new-${process.pid}-${Date.now()}`
  await mkdir(fresh)
  try {
    await writeFile(join(fresh, 'owner'), String(process.pid))
    await rename(fresh, current)
    return true
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    if (await stat(current).catch(() => undefined)) return false
    throw error
  }
}

async function hold(records: string, leftBehind: boolean): Promise<TargetLock> {
  const owner = join(currentFolder(records), 'owner')
  if (leftBehind) await writeFile(owner, String(process.pid))
  const timer = setInterval(() => {
    const now = new Date()
    utimes(owner, now, now).catch(() => undefined) // The export has just ended.
  }, heartbeatMs)
  timer.unref()
  const end = (): void => {
    clearInterval(timer)
    ownTargets.delete(records)
  }
  return { leftBehind, end }
}

async function hasLiveOwner(current: string): Promise<boolean> {
  const owner = join(current, 'owner')
  const [pid, seen] = await Promise.all([
    readFile(owner, 'utf8').catch(() => ''),
    stat(owner).catch(() => undefined),
  ])
  if (!seen || !/^\d+$/.test(pid) || Number(pid) === process.pid) return false
  return Date.now() - seen.mtimeMs < silentOwnerMs && isAlive(Number(pid))
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Keeps old bytes, all in one file, synced before anything is touched. */
export async function keepBefore(
  current: string,
  files: readonly { readonly path: string; readonly before: FileOnDisk | undefined }[],
): Promise<Map<string, NonNullable<RecordedFile['before']>>> {
  const kept = new Map<string, NonNullable<RecordedFile['before']>>()
  let at = 0
  for (const { path, before } of files) {
    if (!before) continue
    kept.set(path, { at, size: before.bytes.length, mode: before.mode, version: before.version })
    at += before.bytes.length
  }
  await writeSynced(
    join(current, 'before.bin'),
    Buffer.concat(files.flatMap(file => file.before?.bytes ?? [])),
  )
  return kept
}

export async function readBefore(
  folder: string,
  place: NonNullable<RecordedFile['before']>,
): Promise<Buffer> {
  const file = await open(join(folder, 'before.bin'), 'r')
  try {
    const bytes = Buffer.alloc(place.size)
    await file.read(bytes, 0, place.size, place.at)
    return bytes
  } finally {
    await file.close()
  }
}

export async function writeRecord(folder: string, record: ExportRecord): Promise<void> {
  await writeSynced(join(folder, 'record.next'), Buffer.from(JSON.stringify(record)))
  await rename(join(folder, 'record.next'), join(folder, 'record.json'))
  await syncFolder(folder)
}

/** The record in a folder; undefined when none was finished being written. */
export async function readRecord(folder: string): Promise<ExportRecord | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, 'record.json'), 'utf8')) as ExportRecord
  } catch {
    return undefined // Missing or cut short: then nothing had been touched yet.
  }
}

/**
 * Keeps room on the disk for what has to be written once the commit is made: then it is too late to find the disk full.
 *
 * @param indexBytes size of the index, which is written twice
 */
export async function keepRoom(current: string, indexBytes: number): Promise<void> {
  await writeSynced(join(current, 'room'), Buffer.alloc(2 * indexBytes + 128 * 1024, 1))
}

export async function giveUpRoom(current: string): Promise<void> {
  await rm(join(current, 'room'), { force: true })
}

/** Remembers, at once, the git that makes the commit: it lives on when this process is killed. */
export function noteGitProcess(folder: string, pid: number): void {
  writeFileSync(join(folder, 'git-process'), String(pid))
}

export async function notedGitProcess(folder: string): Promise<number | undefined> {
  const pid = Number(await readFile(join(folder, 'git-process'), 'utf8').catch(() => ''))
  return pid > 0 ? pid : undefined
}

/** The export is done: its record becomes what Undo reads. One rename, so that it is finished or not. */
export async function finishRecord(records: string, id: string): Promise<void> {
  const finished = finishedFolder(records, id)
  await mkdir(dirname(finished), { recursive: true })
  await rename(currentFolder(records), finished)
  await syncFolder(dirname(finished))
  await forgetOldest(records)
}

/** Nothing is left of the export in hand. */
export async function dropRecord(records: string): Promise<void> {
  const current = currentFolder(records)
  const away = `${current}.gone-${process.pid}-${Date.now()}`
  // Renamed first: half of a removed folder must not look like an export in hand.
  await rename(current, away).catch(() => undefined)
  await rm(away, { recursive: true, force: true })
}

/** Finished exports that have not been taken back, newest first. */
export async function listRecords(records: string): Promise<ExportRecord[]> {
  const ids = await readdir(join(records, 'exports')).catch(() => [])
  const found = await Promise.all(ids.map(id => readRecord(finishedFolder(records, id))))
  return found.filter(record => record !== undefined).toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
}

export async function forgetRecord(records: string, id: string): Promise<void> {
  await rm(finishedFolder(records, id), { recursive: true, force: true })
}

async function forgetOldest(records: string): Promise<void> {
  for (const record of (await listRecords(records)).slice(keptExports)) await forgetRecord(records, record.id)
}

async function writeSynced(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return // Folders cannot be synced there.
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
