import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { LecternError, type WireError, toWireError } from '../../core/errors.ts'
import { type Git, lastWords, pieces, runGit } from './git.ts'

/** A work tree, as much of it as an export asks about. Paths are absolute. */
export interface Repository {
  readonly root: string
  /** Where the index and HEAD of this work tree are. */
  readonly gitDir: string
  /** Where the branches are; the same unless this is a linked work tree. */
  readonly commonDir: string
  /** Undefined when HEAD is detached. */
  readonly branch: string | undefined
  /** The commit checked out; undefined before the first one. */
  readonly head: string | undefined
}

/**
 * The work tree a folder lies in; undefined outside of any.
 *
 * @throws LecternError 'git.missing', 'git.unsafe-owner', 'git.bare', 'git.failed'
 */
export async function findRepository(git: Git, folder: string): Promise<Repository | undefined> {
  const places = ['--is-bare-repository', '--is-inside-git-dir', '--absolute-git-dir', '--git-common-dir']
  const asked = await runGit(git, folder, [
    'rev-parse',
    '--path-format=absolute',
    ...places,
    '--show-toplevel',
  ])
  const [bare, insideGitDir, gitDir, commonDir, root] = asked.stdout.toString('utf8').split('\n')
  if (bare === 'true' || insideGitDir === 'true') throw new LecternError('git.bare', [folder])
  if (asked.code !== 0) return refusal(asked.stderr, folder)
  return { root: root!, gitDir: gitDir!, commonDir: commonDir!, ...(await readHead(git, root!)) }
}

/**
 * The same for who can do without: on a machine without git, a folder that has none either is simply a folder.
 *
 * @throws LecternError 'git.missing' where a repository is there that only git could read
 */
export async function findRepositoryIfAny(git: Git, folder: string): Promise<Repository | undefined> {
  try {
    return await findRepository(git, folder)
  } catch (error) {
    if (error instanceof LecternError && error.code === 'git.missing' && !hasGitFolderAbove(folder))
      return undefined
    throw error
  }
}

function hasGitFolderAbove(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true
  return dirname(folder) !== folder && hasGitFolderAbove(dirname(folder))
}

async function readHead(git: Git, root: string): Promise<Pick<Repository, 'branch' | 'head'>> {
  const asked = await runGit(git, root, ['rev-parse', 'HEAD^{commit}', '--symbolic-full-name', 'HEAD'])
  const [head, name] = asked.stdout.toString('utf8').split('\n')
  if (asked.code === 0) return { head, branch: branchOf(name!) }
  const unborn = await runGit(git, root, ['symbolic-ref', '--quiet', 'HEAD'])
  return { head: undefined, branch: branchOf(unborn.stdout.toString('utf8').trim()) }
}

function branchOf(ref: string): string | undefined {
  return ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined
}

function refusal(stderr: string, folder: string): undefined {
  if (/dubious ownership/.test(stderr)) {
    const named = /safe\.directory '?([^'\n]+?)'?\n/.exec(`${stderr}\n`)?.[1]
    throw new LecternError('git.unsafe-owner', [named ?? folder])
  }
  if (/not a git repository/.test(stderr)) return undefined
  throw new LecternError('git.failed', [lastWords(stderr)])
}

/** What git leaves in its folder while it waits for the writer, and what it then calls the work in hand. */
const operations = [
  ['MERGE_HEAD', 'merge'],
  ['rebase-merge', 'rebase'],
  ['rebase-apply', 'rebase'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
  ['BISECT_LOG', 'bisect'],
] as const

/** Why this repository cannot take a commit now, as code and sentence; undefined when it can. */
export async function repositoryTrouble(git: Git, repository: Repository): Promise<WireError | undefined> {
  const error = await troubleOf(git, repository)
  return error && toWireError(error)
}

/** @throws LecternError what {@link repositoryTrouble} reports */
export async function assertCanCommit(git: Git, repository: Repository): Promise<void> {
  const error = await troubleOf(git, repository)
  if (error) throw error
}

async function troubleOf(git: Git, repository: Repository): Promise<LecternError | undefined> {
  const going = operations.find(([name]) => existsSync(join(repository.gitDir, name)))
  if (going) return new LecternError('git.mid-operation', [going[1]])
  if (repository.branch === undefined) return new LecternError('git.detached')
  if (repository.head === undefined) return new LecternError('git.no-commits')
  const unmerged = await runGit(git, repository.root, ['ls-files', '--unmerged', '-z'])
  if (pieces(unmerged.stdout).length > 0) return new LecternError('git.unmerged')
  const lock = join(repository.gitDir, 'index.lock')
  if (existsSync(lock)) return new LecternError('git.locked', [lock])
  if ((await identity(git, repository)) === undefined) return new LecternError('git.no-identity')
  return undefined
}

/** `Name <address>` as the writer told git; never a guess from the machine's name. */
export async function identity(git: Git, repository: Repository): Promise<string | undefined> {
  const asked = await runGit(git, repository.root, [
    '-c',
    'user.useConfigOnly=true',
    'var',
    'GIT_AUTHOR_IDENT',
  ])
  if (asked.code !== 0) return undefined
  return asked.stdout.toString('utf8').replace(/ \d+ [+-]\d{4}\n?$/, '')
}

/** Remembers who commits, for this repository only. */
export async function setIdentity(
  git: Git,
  repository: Repository,
  name: string,
  email: string,
): Promise<void> {
  for (const [key, value] of [
    ['user.name', name],
    ['user.email', email],
  ] as const) {
    const done = await runGit(git, repository.root, ['config', '--local', key, value])
    if (done.code !== 0) throw new LecternError('git.failed', [lastWords(done.stderr)])
  }
}
