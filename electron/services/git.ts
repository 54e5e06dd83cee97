import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { LecternError } from '../../core/errors.ts'

/** The git program and the environment it runs in; see git-environment.ts. */
export interface Git {
  readonly program: string
  readonly env: Readonly<Record<string, string | undefined>>
}

export interface GitOptions {
  readonly input?: string | Buffer
  readonly env?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
  /** Ends git when neither it nor the other side has sent a byte for so long. */
  readonly silenceMs?: number
  /** Called at once with the process that was started. */
  readonly started?: (pid: number) => void
  /** The writer's language and locks, as in the terminal; for commands that run hooks. */
  readonly asInTerminal?: boolean
}

export interface GitResult {
  readonly code: number
  readonly stdout: Buffer
  readonly stderr: string
  /** Why it was ended before its time. */
  readonly ended?: 'silence' | 'cancelled'
}

/** Set by git for its hooks; a Lectern started from one must not inherit them. */
const repositoryVariables = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_NAMESPACE',
  'GIT_PREFIX',
  'GIT_CEILING_DIRECTORIES',
  'GIT_GLOB_PATHSPECS',
  'GIT_ICASE_PATHSPECS',
  'GIT_LITERAL_PATHSPECS',
  'GIT_NOGLOB_PATHSPECS',
]

/** After the process has left, children of a hook may hold its streams open; this long we read on. */
const streamGraceMs = 200

/**
 * Runs git without a shell. Never asks in a terminal; exit codes are values.
 *
 * @throws LecternError 'git.missing'
 */
export function runGit(
  git: Git,
  folder: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    if (options.signal?.aborted)
      return resolve({ code: -1, stdout: Buffer.alloc(0), stderr: '', ended: 'cancelled' })
    const child = spawn(git.program, [...args], {
      cwd: folder,
      env: environment(git, options),
      // The fourth carries a trace of the traffic, of which only that it flows is of interest.
      stdio: options.silenceMs === undefined ? ['pipe', 'pipe', 'pipe'] : ['pipe', 'pipe', 'pipe', 'pipe'],
      // A group of its own, so that ending it ends ssh, curl and hooks with it.
      detached: process.platform !== 'win32',
      windowsHide: true,
    })
    if (child.pid !== undefined) options.started?.(child.pid)
    const out: Buffer[] = []
    const err: Buffer[] = []
    let ended: GitResult['ended']
    const stop = (reason: NonNullable<GitResult['ended']>): void => {
      ended = reason
      endGroup(child)
    }
    const cancel = (): void => stop('cancelled')
    options.signal?.addEventListener('abort', cancel, { once: true })
    const watch = silenceWatch(options.silenceMs, () => stop('silence'))
    child.stdout.on('data', (chunk: Buffer) => {
      out.push(chunk)
      watch.heard()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      err.push(chunk)
      watch.heard()
    })
    const trace = child.stdio[3] as Readable | null | undefined
    trace?.on('data', () => watch.heard())
    // git may leave without reading all of its input; its exit code then says why.
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.input ?? '')
    let settled = false
    let grace: NodeJS.Timeout | undefined
    const settle = (code: number): void => {
      if (settled) return
      settled = true
      clearTimeout(grace)
      watch.end()
      options.signal?.removeEventListener('abort', cancel)
      child.stdout.destroy()
      child.stderr.destroy()
      trace?.destroy()
      resolve({
        code,
        stdout: Buffer.concat(out),
        stderr: Buffer.concat(err).toString('utf8'),
        ...(ended ? { ended } : {}),
      })
    }
    child.on('error', (cause: NodeJS.ErrnoException) => {
      watch.end()
      reject(cause.code === 'ENOENT' ? new LecternError('git.missing', [], { cause }) : cause)
    })
    child.on('exit', code => {
      grace = setTimeout(settle, streamGraceMs, code ?? -1)
    })
    child.on('close', code => settle(code ?? -1))
  })
}

/**
 * Standard output of a git command that has to succeed.
 *
 * @throws LecternError 'git.failed', 'export.cancelled'
 */
export async function gitOutput(
  git: Git,
  folder: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<Buffer> {
  const result = await runGit(git, folder, args, options)
  if (result.ended === 'cancelled') throw new LecternError('export.cancelled')
  if (result.code !== 0) throw new LecternError('git.failed', [lastWords(result.stderr)])
  return result.stdout
}

/** {@link gitOutput} as text without its last line break. */
export async function gitText(
  git: Git,
  folder: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<string> {
  return (await gitOutput(git, folder, args, options)).toString('utf8').replace(/\n$/, '')
}

/** Output of `-z`: its pieces. */
export function pieces(output: Buffer | string): string[] {
  const parts = output.toString('utf8').split('\0')
  if (parts.at(-1) === '') parts.pop()
  return parts
}

/** What git or a hook said last, short enough for a sentence. */
export function lastWords(stderr: string): string {
  const lines = stderr
    .split(/[\r\n]+/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('hint:'))
  return lines.slice(-4).join(' ').slice(-400) || 'nothing'
}

function environment(git: Git, options: GitOptions): Record<string, string | undefined> {
  const env: Record<string, string | undefined> = { ...git.env }
  for (const name of repositoryVariables) delete env[name]
  return {
    ...env,
    GIT_TERMINAL_PROMPT: '0',
    // An empty program keeps git from asking through one that would open a window.
    GIT_ASKPASS: '',
    GCM_INTERACTIVE: 'never',
    ...(options.asInTerminal ? {} : { LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' }),
    ...(options.silenceMs === undefined ? {} : traffic),
    ...options.env,
  }
}

/** Traces packets and HTTP traffic, without their content, into file descriptor 3 (git, “GIT_TRACE”). */
const traffic = { GIT_TRACE_PACKET: '3', GIT_TRACE_CURL: '3', GIT_TRACE_CURL_NO_DATA: '1' }

function silenceWatch(
  silenceMs: number | undefined,
  silent: () => void,
): { heard: () => void; end: () => void } {
  if (silenceMs === undefined) return { heard: () => undefined, end: () => undefined }
  const timer = setTimeout(silent, silenceMs)
  return { heard: () => void timer.refresh(), end: () => clearTimeout(timer) }
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill()
    else {
      const { pid } = child
      process.kill(-pid, 'SIGTERM')
      setTimeout(() => killGroup(pid), killGraceMs).unref()
    }
  } catch {
    // It left by itself in the meantime.
  }
}

/** Who does not leave when asked is made to after this long. */
const killGraceMs = 2_000

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has left.
  }
}
