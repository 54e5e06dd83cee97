import { type ErrorCode, LecternError } from '../../core/errors.ts'
import type { Repository } from './git-repository.ts'
import { pushRemote, readSettings } from './git-states.ts'
import { type Git, type GitResult, lastWords, runGit } from './git.ts'

/** Where a branch is pushed to. */
export interface Destination {
  readonly remote: string
  /** `refs/heads/…` on the other side. */
  readonly ref: string
}

/** Without a byte for so long, the other side counts as gone. */
export const silenceMs = 10_000

/** Where the branch goes: to the branch it follows, or to one of its own name. */
export async function destinationOf(git: Git, repository: Repository): Promise<Destination | undefined> {
  const remote = await pushRemote(git, repository)
  if (remote === undefined) return undefined
  const settings = await readSettings(git, repository)
  const [follows, merges] = ['remote', 'merge'].map(key => settings.get(`branch.${repository.branch}.${key}`))
  return { remote, ref: follows === remote && merges ? merges : `refs/heads/${repository.branch}` }
}

/** Pushes the branch as it is; never forced. `'behind'` when the remote has moved on. */
export async function push(
  git: Git,
  repository: Repository,
  { remote, ref }: Destination,
  options: RemoteOptions = {},
): Promise<'pushed' | 'behind'> {
  const args = ['push', '--porcelain', '--progress', remote, `refs/heads/${repository.branch}:${ref}`]
  const result = await overNetwork(git, repository, args, options)
  if (result.code === 0) return 'pushed'
  if (/\[rejected\] \((?:fetch first|non-fast-forward|needs force)/.test(result.stdout.toString('utf8')))
    return 'behind'
  throw refusal(result, remote)
}

/** Fetches the branch of the destination. @returns its commit, or undefined when it does not exist there */
export async function fetch(
  git: Git,
  repository: Repository,
  { remote, ref }: Destination,
  options: RemoteOptions = {},
): Promise<string | undefined> {
  const result = await overNetwork(
    git,
    repository,
    ['fetch', '--progress', '--no-tags', remote, ref],
    options,
  )
  if (/couldn't find remote ref/.test(result.stderr)) return undefined
  if (result.code !== 0) throw refusal(result, remote)
  const head = await runGit(git, repository.root, ['rev-parse', 'FETCH_HEAD'])
  return head.stdout.toString('utf8').trim()
}

export interface RemoteOptions {
  readonly signal?: AbortSignal
  /** For tests; {@link silenceMs} otherwise. */
  readonly silenceMs?: number
}

async function overNetwork(
  git: Git,
  repository: Repository,
  args: readonly string[],
  options: RemoteOptions,
): Promise<GitResult> {
  return runGit(git, repository.root, args, {
    silenceMs: options.silenceMs ?? silenceMs,
    env: { GIT_SSH_COMMAND: await sshCommand(git, repository) },
    ...(options.signal ? { signal: options.signal } : {}),
  })
}

/** The writer's own ssh, told never to ask. */
async function sshCommand(git: Git, repository: Repository): Promise<string> {
  const own =
    git.env['GIT_SSH_COMMAND'] ??
    (await readSettings(git, repository)).get('core.sshcommand') ??
    git.env['GIT_SSH']
  return `${own || 'ssh'} -o BatchMode=yes -o ConnectTimeout=10`
}

/** What git and ssh say, in the words of the C locale, and what it means for the writer. First match wins. */
const meanings: readonly (readonly [RegExp, ErrorCode])[] = [
  [
    /terminal prompts disabled|could not read (?:Username|Password)|Authentication failed|Permission denied \(|Host key verification failed|invalid credentials/i,
    'push.needs-password',
  ],
  [
    /Could not resolve host|Name or service not known|Temporary failure in name resolution|Could not connect|Failed to connect|Connection (?:refused|timed out|reset)|Network is unreachable|No route to host|unable to connect|Operation timed out/i,
    'push.offline',
  ],
  [
    /not valid: is this a git repository|redirect|expected flush|invalid server response|protocol error: bad line length|unexpected content/i,
    'push.login-page',
  ],
]

function refusal(result: GitResult, remote: string): LecternError {
  if (result.ended === 'cancelled') return new LecternError('export.cancelled')
  if (result.ended === 'silence') return new LecternError('push.silent', [remote])
  const known = meanings.find(([pattern]) => pattern.test(result.stderr))
  if (known) return new LecternError(known[1], [remote], { cause: result.stderr })
  const said = lastWords(result.stderr)
  const rejected = /\[remote rejected\]|remote: |hook declined|failed to push/.test(
    result.stderr + result.stdout.toString('utf8'),
  )
  return new LecternError(rejected ? 'push.refused' : 'push.failed', [said], { cause: result.stderr })
}
