import { LecternError } from '../../core/errors.ts'
import { putEntries, replaceIndex } from './git-index.ts'
import type { Repository } from './git-repository.ts'
import { keepOutsideSparse } from './git-sparse.ts'
import { type Git, gitOutput, gitText, lastWords, pieces, runGit } from './git.ts'
import { join } from 'node:path'

/** A file both sides changed in the same place. Undefined where a side has no such file. */
export interface MergeConflict {
  readonly path: string
  readonly base: string | undefined
  readonly ours: string | undefined
  readonly theirs: string | undefined
  /** Both, with git's conflict marks. */
  readonly merged: string
}

export type MergeOutcome =
  | { readonly type: 'merged'; readonly commit: string }
  | { readonly type: 'up-to-date' }
  | { readonly type: 'conflict'; readonly files: readonly MergeConflict[] }

/**
 * The commit that joins the branch with another, made without touching index or work tree.
 *
 * @param resolutions what conflicting files shall hold, by path
 * @throws LecternError 'git.failed'
 */
export async function makeMerge(
  git: Git,
  repository: Repository,
  theirs: string,
  folder: string,
  resolutions: ReadonlyMap<string, string> = new Map(),
): Promise<MergeOutcome> {
  const isAncestor = async (a: string, b: string): Promise<boolean> =>
    (await runGit(git, repository.root, ['merge-base', '--is-ancestor', a, b])).code === 0
  if (await isAncestor(theirs, 'HEAD')) return { type: 'up-to-date' }
  if (await isAncestor('HEAD', theirs)) return { type: 'merged', commit: theirs }
  const made = await runGit(git, repository.root, [
    'merge-tree',
    '--write-tree',
    '-z',
    '--no-messages',
    'HEAD',
    theirs,
  ])
  if (made.code !== 0 && made.code !== 1) throw new LecternError('git.failed', [lastWords(made.stderr)])
  const [tree, ...stages] = pieces(made.stdout)
  const conflicts = made.code === 0 ? [] : await readConflicts(git, repository, tree!, stages)
  const open = conflicts.filter(({ path }) => !resolutions.has(path))
  if (open.length > 0) return { type: 'conflict', files: open }
  const resolved =
    conflicts.length === 0
      ? tree!
      : await resolvedTree(git, repository, tree!, folder, resolutions, conflicts)
  return { type: 'merged', commit: await commitMerge(git, repository, resolved, theirs) }
}

async function readConflicts(
  git: Git,
  repository: Repository,
  tree: string,
  stages: readonly string[],
): Promise<MergeConflict[]> {
  const byPath = new Map<string, Map<string, string>>()
  for (const row of stages) {
    const parsed = /^(\d+) ([0-9a-f]+) ([123])\t([\s\S]+)$/.exec(row)
    if (!parsed) continue
    const ids = byPath.get(parsed[4]!) ?? new Map<string, string>()
    byPath.set(parsed[4]!, ids.set(parsed[3]!, parsed[2]!))
  }
  const blob = async (name: string | undefined): Promise<string | undefined> =>
    name === undefined
      ? undefined
      : (await gitOutput(git, repository.root, ['cat-file', 'blob', name])).toString('utf8')
  return Promise.all(
    [...byPath].map(async ([path, ids]) => ({
      path,
      base: await blob(ids.get('1')),
      ours: await blob(ids.get('2')),
      theirs: await blob(ids.get('3')),
      merged: (await blob(`${tree}:${path}`).catch(() => undefined)) ?? '',
    })),
  )
}

async function resolvedTree(
  git: Git,
  repository: Repository,
  tree: string,
  folder: string,
  resolutions: ReadonlyMap<string, string>,
  conflicts: readonly MergeConflict[],
): Promise<string> {
  const index = join(folder, 'index.merge')
  const env = { GIT_INDEX_FILE: index }
  await gitOutput(git, repository.root, ['read-tree', tree], { env })
  for (const { path } of conflicts) {
    const id = await gitText(git, repository.root, ['hash-object', '-w', '--stdin', '--path', path], {
      input: resolutions.get(path) ?? '',
    })
    await putEntries(git, repository, index, [{ path, mode: '100644', id }])
  }
  return gitText(git, repository.root, ['write-tree'], { env })
}

async function commitMerge(git: Git, repository: Repository, tree: string, theirs: string): Promise<string> {
  const signs = await runGit(git, repository.root, ['config', '--type=bool', '--get', 'commit.gpgSign'])
  const sign = signs.stdout.toString('utf8').trim() === 'true' ? ['-S'] : []
  return gitText(
    git,
    repository.root,
    ['commit-tree', ...sign, tree, '-p', 'HEAD', '-p', theirs, '-F', '-'],
    { input: `Merge what others published on ${repository.branch}\n`, asInTerminal: true },
  )
}

/**
 * Brings index and work tree from one commit to another, as a checkout does: what the writer has staged or edited in
 * files that do not differ between the two stays as it is.
 *
 * @throws LecternError 'push.local-changes' when the writer has changed a file that differs; nothing is touched then
 */
export async function carryOver(
  git: Git,
  repository: Repository,
  folder: string,
  from: string,
  to: string,
): Promise<void> {
  await replaceIndex(repository, folder, async index => {
    const env = { GIT_INDEX_FILE: index }
    await runGit(git, repository.root, ['update-index', '-q', '--refresh'], { env })
    await keepOutsideSparse(git, repository, index, from, to)
    const moved = await runGit(git, repository.root, ['read-tree', '-m', '-u', from, to], { env })
    if (moved.code === 0) return
    const named = [...moved.stderr.matchAll(/(?:Entry|file) '([^']+)'/g)].map(match => match[1]!)
    throw new LecternError('push.local-changes', [named.join(', ') || lastWords(moved.stderr)])
  })
}
