import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { LecternError } from '../../core/errors.ts'
import { identifyWorkTreeFiles } from './git-commit.ts'
import { readIndexEntries } from './git-index.ts'
import type { Repository } from './git-repository.ts'
import { type Git, gitOutput, gitText, lastWords, pieces, runGit } from './git.ts'

/** A merge in hand: what a crash in its middle is cleared up with. */
export interface MergeSteps {
  readonly branch: string
  readonly from: string
  readonly to: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
}

function stepsFile(folder: string): string {
  return join(folder, 'merge.json')
}

export async function noteMerge(folder: string, steps: MergeSteps): Promise<void> {
  writeFileSync(stepsFile(folder), JSON.stringify(steps), { flush: true })
}

export function notedMerge(folder: string): MergeSteps | undefined {
  try {
    return JSON.parse(readFileSync(stepsFile(folder), 'utf8')) as MergeSteps
  } catch {
    return undefined // No merge was in hand.
  }
}

/** The branch follows index and work tree, which stand at the merge already. */
export async function finishMerge(
  git: Git,
  repository: Repository,
  { branch, from, to }: MergeSteps,
): Promise<void> {
  const args = ['update-ref', '-m', 'lectern-export merge', `refs/heads/${branch}`, to, from]
  const moved = await runGit(git, repository.root, args)
  if (moved.code !== 0) throw new LecternError('git.failed', [lastWords(moved.stderr)])
}

/**
 * After a crash: a merge whose index was in place is finished; of any other, files already brought to the other side's
 * content are brought back.
 */
export async function recoverMerge(git: Git, repository: Repository, folder: string): Promise<void> {
  const steps = notedMerge(folder)
  if (!steps) return
  const tip = await gitText(git, repository.root, ['rev-parse', `refs/heads/${steps.branch}`])
  if (tip !== steps.from) return
  const changes = await readChanges(git, repository, steps)
  const paths = changes.map(change => change.path)
  const index = new Map((await readIndexEntries(git, repository, paths)).map(entry => [entry.path, entry.id]))
  if (changes.every(change => index.get(change.path) === change.newId))
    return finishMerge(git, repository, steps)
  await bringBack(
    git,
    repository,
    changes.filter(change => index.get(change.path) === change.oldId),
  )
  rmSync(stepsFile(folder), { force: true })
}

interface Change {
  readonly path: string
  readonly oldId: string | undefined
  readonly newId: string | undefined
}

async function readChanges(git: Git, repository: Repository, { from, to }: MergeSteps): Promise<Change[]> {
  const rows = pieces(
    await gitOutput(git, repository.root, ['diff-tree', '-r', '-z', '--no-renames', from, to]),
  )
  return rows.flatMap((row, at) => {
    if (!row.startsWith(':')) return []
    const [, , oldId, newId] = row.split(' ')
    return [{ path: rows[at + 1]!, oldId: present(oldId!), newId: present(newId!) }]
  })
}

function present(id: string): string | undefined {
  return /^0+$/.test(id) ? undefined : id
}

/** Only files that hold exactly what the merge put there; a file it had removed comes back too. */
async function bringBack(git: Git, repository: Repository, changes: readonly Change[]): Promise<void> {
  for (const { path, oldId, newId } of changes) {
    const ids = await identifyWorkTreeFiles(git, repository, [path]).catch(() => new Map<string, string>())
    if (ids.get(path) !== newId) continue
    if (oldId === undefined) await rm(join(repository.root, path), { force: true })
    else await gitOutput(git, repository.root, ['checkout-index', '--force', '--', path])
  }
}
