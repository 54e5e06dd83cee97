import type { Repository } from './git-repository.ts'
import { type Git, gitOutput, pieces, runGit } from './git.ts'

/** What git says of a file; a path not in the map is clean. */
export type GitState = 'edited' | 'untracked' | 'committed-not-pushed'

/** The state of every file of a repository that is not clean, by its path from the root. Ignored files are left out. */
export async function gitStates(git: Git, repository: Repository): Promise<ReadonlyMap<string, GitState>> {
  const states = new Map<string, GitState>()
  for (const path of await unpushedPaths(git, repository)) states.set(path, 'committed-not-pushed')
  for (const [path, state] of await workTreeStates(git, repository)) states.set(path, state)
  return states
}

/** The files of a work tree that are not as they are committed. */
export async function workTreeStates(
  git: Git,
  repository: Repository,
): Promise<ReadonlyMap<string, 'edited' | 'untracked'>> {
  const states = new Map<string, 'edited' | 'untracked'>()
  const status = ['status', '--porcelain=v2', '-z', '--untracked-files=all', '--no-renames']
  for (const row of pieces(await gitOutput(git, repository.root, status))) {
    if (row.startsWith('? ')) states.set(row.slice(2), 'untracked')
    else if (row.startsWith('1 ')) states.set(afterSpaces(row, 8), 'edited')
    else if (row.startsWith('u ')) states.set(afterSpaces(row, 10), 'edited')
  }
  return states
}

/** What stands after the n-th space: the path, which may hold spaces itself (git-status, “Porcelain Format Version 2”). */
function afterSpaces(row: string, spaces: number): string {
  return row.split(' ').slice(spaces).join(' ')
}

/** What on the remote the branch is measured against; undefined without a remote or before the first push. */
export async function upstreamOf(git: Git, repository: Repository): Promise<string | undefined> {
  const { branch } = repository
  if (branch === undefined) return undefined
  const configured = await runGit(git, repository.root, [
    'rev-parse',
    '--verify',
    '--quiet',
    `${branch}@{upstream}`,
  ])
  if (configured.code === 0) return `${branch}@{upstream}`
  const remote = await pushRemote(git, repository)
  if (remote === undefined) return undefined
  const name = `refs/remotes/${remote}/${branch}`
  const known = await runGit(git, repository.root, ['rev-parse', '--verify', '--quiet', name])
  return known.code === 0 ? name : undefined
}

/** The remote this branch goes to: as configured, else `origin`, else the only one. */
export async function pushRemote(git: Git, repository: Repository): Promise<string | undefined> {
  const settings = await readSettings(git, repository)
  const keys = [
    `branch.${repository.branch}.pushremote`,
    'remote.pushdefault',
    `branch.${repository.branch}.remote`,
  ]
  const named = keys.map(key => settings.get(key)).find(name => name !== undefined && name !== '.')
  if (named !== undefined) return named
  const remotes = new Set([...settings.keys()].flatMap(key => /^remote\.(.+)\.url$/.exec(key)?.[1] ?? []))
  return remotes.has('origin') ? 'origin' : remotes.size === 1 ? [...remotes][0] : undefined
}

/** Every setting that counts here. Of a key, its first and last part are in small letters. */
export async function readSettings(git: Git, repository: Repository): Promise<ReadonlyMap<string, string>> {
  const rows = pieces(await gitOutput(git, repository.root, ['config', '--list', '-z']))
  return new Map(
    rows.map(row => {
      const end = row.indexOf('\n')
      return end === -1 ? [row, 'true'] : [row.slice(0, end), row.slice(end + 1)]
    }),
  )
}

/** How many commits of the branch are not on the remote; undefined without a remote. */
export async function commitsAhead(git: Git, repository: Repository): Promise<number | undefined> {
  if (repository.head === undefined || (await pushRemote(git, repository)) === undefined) return undefined
  const count = await gitOutput(git, repository.root, [
    'rev-list',
    '--count',
    ...(await unpushedRange(git, repository)),
  ])
  return Number(count.toString('utf8'))
}

async function unpushedRange(git: Git, repository: Repository): Promise<string[]> {
  const upstream = await upstreamOf(git, repository)
  return upstream === undefined ? ['HEAD', '--not', '--remotes'] : [`${upstream}..HEAD`]
}

async function unpushedPaths(git: Git, repository: Repository): Promise<string[]> {
  if (repository.head === undefined || (await pushRemote(git, repository)) === undefined) return []
  const range = await unpushedRange(git, repository)
  return pieces(
    await gitOutput(git, repository.root, [
      'log',
      '--format=',
      '--name-only',
      '--no-renames',
      '-z',
      ...range,
    ]),
  ).filter(path => path !== '')
}
