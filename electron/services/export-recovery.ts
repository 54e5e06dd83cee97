import { existsSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { LecternError, messageFor } from '../../core/errors.ts'
import { readFileOnDisk } from './export-files.ts'
import {
  type ExportRecord,
  type TargetLock,
  currentFolder,
  dropRecord,
  isAlive,
  lockTarget,
  notedGitProcess,
  readRecord,
  recordsFolder,
} from './export-journal.ts'
import { notedMerge, recoverMerge } from './export-merge.ts'
import { restoreFiles } from './export-restore.ts'
import { completeExport, findCommit } from './export-complete.ts'
import { completeUndo, undoWasBegun } from './export-unwind.ts'
import { releaseOwnLock } from './git-index.ts'
import type { Repository } from './git-repository.ts'
import type { Git } from './git.ts'

/** How an export that a crash cut short was cleared up. */
export interface Recovery {
  readonly outcome: 'finished' | 'taken-back'
  readonly record: ExportRecord
}

/** What became of it, for the writer. */
export function recoverySentence({ outcome, record }: Recovery): string {
  const what =
    record.plan.commit?.message.split('\n')[0] ?? record.plan.operations.map(({ path }) => path).join(', ')
  return messageFor(outcome === 'finished' ? 'export.recovered-finished' : 'export.recovered-taken-back', [
    what,
  ])
}

/** A git that outlived the process that started it is waited for this long. */
const orphanPatienceMs = 30_000

/**
 * Clears up after a crash: what had reached its commit is finished, everything else is taken back.
 *
 * @returns undefined when there was nothing to clear up, or a live process is at work
 */
export async function recoverExport(
  git: Git,
  target: string,
  repository: Repository | undefined,
  stateFolder: string,
): Promise<Recovery | undefined> {
  const records = recordsFolder(target, repository, stateFolder)
  if (!existsSync(currentFolder(records))) return undefined
  const lock = await lockTarget(records)
  if (!lock) return undefined
  try {
    return await recoverLocked(git, records, repository)
  } finally {
    lock.end()
  }
}

/**
 * The right to change a target, with what a dead process left there cleared up first.
 *
 * @throws LecternError 'export.busy'
 */
export async function takeTarget(
  git: Git,
  records: string,
  repository: Repository | undefined,
): Promise<TargetLock> {
  const lock = await lockTarget(records)
  if (!lock) throw new LecternError('export.busy')
  if (!lock.leftBehind) return lock
  try {
    await recoverLocked(git, records, repository)
  } finally {
    lock.end()
  }
  const again = await lockTarget(records)
  if (!again || again.leftBehind) throw new LecternError('export.busy')
  return again
}

async function recoverLocked(
  git: Git,
  records: string,
  repository: Repository | undefined,
): Promise<Recovery | undefined> {
  const folder = currentFolder(records)
  const record = await readRecord(folder)
  if (!record) {
    if (repository) await clearMerge(git, repository, folder)
    await dropRecord(records)
    return undefined
  }
  await waitForOrphan(folder)
  if (repository) {
    await releaseOwnLock(repository, folder)
    if (record.git) await removeStaleRefLocks(repository, record.git.branch, Date.parse(record.startedAt))
  }
  return record.undo
    ? recoverUndo(git, records, record, repository)
    : recoverApply(git, records, record, repository)
}

async function clearMerge(git: Git, repository: Repository, folder: string): Promise<void> {
  const merge = notedMerge(folder)
  await releaseOwnLock(repository, folder)
  if (merge) await removeStaleRefLocks(repository, merge.branch, merge.startedAt)
  await recoverMerge(git, repository, folder)
}

async function recoverApply(
  git: Git,
  records: string,
  record: ExportRecord,
  repository: Repository | undefined,
): Promise<Recovery> {
  const folder = currentFolder(records)
  const commit = record.git && repository ? await findCommit(git, repository, record) : undefined
  const finished = record.git ? commit !== undefined : await everythingWritten(record)
  if (!finished) {
    await restoreFiles(record, folder)
    await dropRecord(records)
    return { outcome: 'taken-back', record }
  }
  const done = record.git && commit !== undefined ? { ...record, git: { ...record.git, commit } } : record
  await completeExport(git, records, done, repository)
  return { outcome: 'finished', record: done }
}

async function recoverUndo(
  git: Git,
  records: string,
  record: ExportRecord,
  repository: Repository | undefined,
): Promise<Recovery> {
  if (await undoWasBegun(git, record, repository)) {
    await completeUndo(git, records, record, repository)
    return { outcome: 'finished', record }
  }
  await dropRecord(records)
  return { outcome: 'taken-back', record }
}

async function everythingWritten(record: ExportRecord): Promise<boolean> {
  for (const file of record.files) {
    const now = await readFileOnDisk(join(record.target, file.path))
    if (now?.version !== file.after) return false
  }
  return true
}

async function waitForOrphan(folder: string): Promise<void> {
  const pid = await notedGitProcess(folder)
  if (pid === undefined) return
  for (const giveUp = Date.now() + orphanPatienceMs; isAlive(pid); await sleep(50))
    if (Date.now() > giveUp) throw new LecternError('export.busy')
}

/**
 * A git killed while it moved the branch leaves the lock of that one reference behind. Such a lock is held for
 * milliseconds; one that is younger than our export and stays is the dead git's.
 */
async function removeStaleRefLocks(repository: Repository, branch: string, since: number): Promise<void> {
  const locks = [
    join(repository.gitDir, 'HEAD.lock'),
    join(repository.commonDir, 'refs', 'heads', `${branch}.lock`),
  ].filter(lock => existsSync(lock))
  if (locks.length === 0) return
  await sleep(1_000)
  for (const lock of locks) {
    const found = await stat(lock).catch(() => undefined)
    if (found && found.mtimeMs >= since) await rm(lock, { force: true })
  }
}
