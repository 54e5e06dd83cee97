import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LecternError } from '../../core/errors.ts'
import { currentFolder, dropRecord } from './export-journal.ts'
import { type MergeSteps, finishMerge, noteMerge, recoverMerge } from './export-merge.ts'
import { takeTarget } from './export-recovery.ts'
import { type MergeConflict, carryOver, makeMerge } from './git-merge.ts'
import { type RemoteOptions, destinationOf, fetch, push } from './git-remote.ts'
import { type Repository, assertCanCommit, findRepository } from './git-repository.ts'
import type { Git } from './git.ts'

/** How a push ended. What is not pushed is committed all the same. */
export type PushOutcome =
  | { readonly type: 'pushed' }
  | { readonly type: 'not-pushed'; readonly error: LecternError }
  | { readonly type: 'conflict'; readonly error: LecternError; readonly files: readonly MergeConflict[] }

export interface PushOptions extends RemoteOptions {
  /** What conflicting files shall hold, by path. */
  readonly resolutions?: ReadonlyMap<string, string>
}

/** The remote may move on while we merge; more often than this is not bad luck. */
const mostRounds = 4

/**
 * Pushes the branch, bringing in first what others published meanwhile. Never forced, never asks, ends by itself when
 * the other side falls silent. Files the writer has staged or edited stay as they are.
 */
export async function pushBranch(
  git: Git,
  records: string,
  repository: Repository,
  options: PushOptions = {},
): Promise<PushOutcome> {
  try {
    const destination = await destinationOf(git, repository)
    if (!destination) throw new LecternError('push.no-remote')
    for (let round = 0; round < mostRounds; round++) {
      if ((await push(git, repository, destination, options)) === 'pushed') return { type: 'pushed' }
      const theirs = await fetch(git, repository, destination, options)
      if (theirs === undefined) continue
      const files = await mergeIn(git, records, repository, theirs, options)
      if (files.length > 0) return conflict(files)
    }
    throw new LecternError('push.failed', ['the remote keeps changing'])
  } catch (error) {
    if (error instanceof LecternError) return { type: 'not-pushed', error }
    throw error
  }
}

function conflict(files: readonly MergeConflict[]): PushOutcome {
  const names = files.map(file => file.path).join(', ')
  return { type: 'conflict', files, error: new LecternError('push.conflict', [names]) }
}

/** @returns the files nobody but the writer can decide; then nothing was changed */
async function mergeIn(
  git: Git,
  records: string,
  repository: Repository,
  theirs: string,
  options: PushOptions,
): Promise<readonly MergeConflict[]> {
  const lock = await takeTarget(git, records, repository)
  const folder = currentFolder(records)
  try {
    const now = await findRepository(git, repository.root)
    if (!now?.head || now.branch !== repository.branch) throw new LecternError('git.detached')
    await assertCanCommit(git, now)
    const merge = await makeMerge(git, now, theirs, folder, options.resolutions)
    if (merge.type === 'conflict') return merge.files
    if (merge.type === 'up-to-date') return []
    const steps: MergeSteps = { from: now.head, to: merge.commit, branch: now.branch!, startedAt: Date.now() }
    await noteMerge(folder, steps)
    await carryOver(git, now, folder, now.head, merge.commit)
    await finishMerge(git, now, steps)
    return []
  } finally {
    await recoverMerge(git, repository, folder) // Takes back what a failure left half done.
    await dropRecord(records)
    lock.end()
  }
}

/** A push that is still to be made, kept on disk so that the next start knows of it. */
export interface QueuedPush {
  readonly branch: string
  /** ISO 8601. */
  readonly since: string
}

function queueFile(records: string): string {
  return join(records, 'push.json')
}

/** @param since when what is to be pushed began to be made, ISO 8601 */
export async function queuePush(records: string, branch: string, since: string): Promise<void> {
  await mkdir(records, { recursive: true })
  const known = await queuedPush(records)
  if (known?.branch === branch) return
  await writeFile(queueFile(records), JSON.stringify({ branch, since } satisfies QueuedPush))
}

export async function queuedPush(records: string): Promise<QueuedPush | undefined> {
  try {
    return JSON.parse(await readFile(queueFile(records), 'utf8')) as QueuedPush
  } catch {
    return undefined // Nothing is queued.
  }
}

export async function dropQueuedPush(records: string): Promise<void> {
  await rm(queueFile(records), { force: true })
}
