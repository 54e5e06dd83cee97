import { copyFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LecternError } from '../../core/errors.ts'
import { type GitEntry, putEntries } from './git-index.ts'
import type { Repository } from './git-repository.ts'
import { type Git, gitOutput, gitText, lastWords, runGit } from './git.ts'

export interface CommitRequest {
  readonly entries: readonly GitEntry[]
  readonly message: string
  /** A folder of the caller's on the repository's own file system. */
  readonly folder: string
  /** Stands in the reflog, so that after a crash the commit can be told from others. */
  readonly id: string
  readonly signal?: AbortSignal
  readonly started?: (pid: number) => void
}

/** How the reflog names a commit made by an export. */
export function reflogAction(id: string): string {
  return `lectern-export ${id}`
}

/**
 * Commits exactly `entries` on top of HEAD, with the writer's hooks, signing and identity, and leaves the index and
 * the work tree alone.
 *
 * The commit is made from an index of its own: HEAD's tree with our entries put in. `git commit` with that index runs
 * every hook as in the terminal, can be killed at any point without touching what the writer has staged, and moves
 * the branch in one step at its end. (`git commit --only` writes the writer's index first and can leave its lock
 * behind.)
 *
 * @returns the new commit, or undefined when HEAD holds the entries already
 * @throws LecternError 'git.hook-failed', 'export.cancelled', 'git.failed'
 */
export async function commitEntries(
  git: Git,
  repository: Repository,
  request: CommitRequest,
): Promise<string | undefined> {
  const index = join(request.folder, 'index')
  const env = { GIT_INDEX_FILE: index }
  // Starting from the writer's index keeps what git knows of unchanged files, which a big repository needs.
  await copyFile(join(repository.gitDir, 'index'), index).catch(() => undefined)
  await gitOutput(git, repository.root, ['read-tree', '--reset', 'HEAD'], { env })
  await putEntries(git, repository, index, request.entries)
  const tree = await gitText(git, repository.root, ['write-tree'], { env })
  if (tree === (await gitText(git, repository.root, ['rev-parse', 'HEAD^{tree}']))) return undefined
  const message = join(request.folder, 'message')
  await writeFile(message, `${request.message}\n`)
  const result = await runGit(
    git,
    repository.root,
    ['-c', 'user.useConfigOnly=true', 'commit', '--quiet', '--cleanup=whitespace', '-F', message],
    {
      env: { ...env, GIT_REFLOG_ACTION: reflogAction(request.id), GIT_EDITOR: 'true' },
      asInTerminal: true,
      ...(request.signal ? { signal: request.signal } : {}),
      ...(request.started ? { started: request.started } : {}),
    },
  )
  const [head, parent] = (
    await gitText(git, repository.root, ['rev-list', '--max-count=2', '--first-parent', 'HEAD'])
  ).split('\n')
  if (head !== repository.head) return onlyOnTop(git, repository, head!, parent ?? '')
  if (result.ended === 'cancelled') throw new LecternError('export.cancelled')
  throw new LecternError('git.hook-failed', [lastWords(result.stderr || result.stdout.toString('utf8'))])
}

/** Takes the commit back when another program moved the branch just before: it would undo that program's work. */
async function onlyOnTop(git: Git, repository: Repository, head: string, parent: string): Promise<string> {
  if (parent === repository.head) return head
  await runGit(git, repository.root, ['update-ref', 'HEAD', parent, head])
  throw new LecternError('export.plan-stale', [repository.root])
}

/** Stores files of the work tree as git would add them, filters and line endings included. Paths are relative to the root. */
export async function storeWorkTreeFiles(
  git: Git,
  repository: Repository,
  paths: readonly string[],
): Promise<Map<string, string>> {
  return hashFiles(git, repository, paths, ['-w'])
}

/** The ids files of the work tree would have as blobs; nothing is stored. */
export async function identifyWorkTreeFiles(
  git: Git,
  repository: Repository,
  paths: readonly string[],
): Promise<Map<string, string>> {
  return hashFiles(git, repository, paths, [])
}

async function hashFiles(
  git: Git,
  repository: Repository,
  paths: readonly string[],
  options: readonly string[],
): Promise<Map<string, string>> {
  if (paths.length === 0) return new Map()
  const input = paths.map(path => `${path}\n`).join('')
  const ids = await gitText(git, repository.root, ['hash-object', ...options, '--stdin-paths'], { input })
  const rows = ids.split('\n')
  return new Map(paths.map((path, index) => [path, rows[index]!]))
}
