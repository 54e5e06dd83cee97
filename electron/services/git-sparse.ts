import { copyFile, mkdir } from 'node:fs/promises'
import { putEntries, readIndexEntries } from './git-index.ts'
import type { Repository } from './git-repository.ts'
import { type Git, gitOutput, pieces, runGit } from './git.ts'

/**
 * Keeps on disk what the writer has in folders a sparse checkout leaves out: a new picture there, once committed, would
 * be taken off the disk by the next merge, which applies the patterns anew. git leaves alone what it does not know to be
 * as committed, so the entries of such files are put into the index afresh.
 *
 * A file that differs between the two commits is not kept: its place is decided by the patterns, as in any checkout.
 *
 * @param index a refreshed copy of the writer's index, about to be brought `from` one commit `to` another
 */
export async function keepOutsideSparse(
  git: Git,
  repository: Repository,
  index: string,
  from: string,
  to: string,
): Promise<void> {
  const asked = await runGit(git, repository.root, ['config', '--type=bool', '--get', 'core.sparseCheckout'])
  if (asked.stdout.toString('utf8').trim() !== 'true') return
  const leftOut = new Set(await pathsLeftOut(git, repository, index, from))
  const present = await pathsTagged(git, repository, index, 'H')
  const differ = ['diff-tree', '-r', '-z', '--no-renames', '--name-only', from, to]
  const changing = new Set(pieces(await gitOutput(git, repository.root, differ)))
  const leaving = present.filter(path => leftOut.has(path) && !changing.has(path))
  if (leaving.length === 0) return
  // What is only announced is never taken away.
  const entries = (await readIndexEntries(git, repository, leaving)).filter(entry => !entry.intentToAdd)
  await putEntries(git, repository, index, entries)
}

/** What the patterns leave out: git tells it by applying them to a copy of the index, over a folder with no files. */
async function pathsLeftOut(
  git: Git,
  repository: Repository,
  index: string,
  commit: string,
): Promise<string[]> {
  const trial = `${index}.trial`
  const nothing = `${index}.nothing`
  await copyFile(index, trial)
  await mkdir(nothing, { recursive: true })
  const apply = [`--work-tree=${nothing}`, 'read-tree', '-m', '-u', commit, commit]
  await gitOutput(git, repository.root, apply, { env: { GIT_INDEX_FILE: trial } })
  return pathsTagged(git, repository, trial, 'S')
}

/** H: in the work tree; S: left out (git-ls-files, `-t`). */
async function pathsTagged(
  git: Git,
  repository: Repository,
  index: string,
  tag: 'H' | 'S',
): Promise<string[]> {
  // With sparse checkout on, git tells every file on disk as H, whatever the index says.
  const args = ['-c', 'core.sparseCheckout=false', 'ls-files', '-t', '-z']
  const rows = pieces(await gitOutput(git, repository.root, args, { env: { GIT_INDEX_FILE: index } }))
  return rows.flatMap(row => (row.startsWith(`${tag} `) ? [row.slice(2)] : []))
}
