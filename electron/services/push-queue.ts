import { LecternError } from '../../core/errors.ts'
import { type PushOutcome, dropQueuedPush, pushBranch, queuePush, queuedPush } from './export-push.ts'
import type { MergeConflict } from './git-merge.ts'
import type { Repository } from './git-repository.ts'
import type { Git } from './git.ts'

/** Where a repository's commits stand on their way to the site. */
export interface PushState {
  readonly push?: 'queued' | 'running' | 'conflict' | 'held'
  readonly pushProblem?: string
}

/** What a push is of, read anew at each try. */
export interface PushTarget {
  readonly git: Git
  readonly repository: Repository
  readonly records: string
}

export interface PushQueueOptions {
  /** Undefined while no repository is there. */
  readonly target: () => Promise<PushTarget | undefined>
  /** Why what waits must not go now, as a sentence; asked before each try. */
  readonly hold: (target: PushTarget) => Promise<string | undefined>
  readonly changed: () => void
  readonly retryMs?: number
}

/** Pushes behind the commit's back: at once when asked, again after a while, and after the next start. */
export interface PushQueue {
  readonly state: () => Promise<PushState>
  readonly conflicts: () => readonly MergeConflict[]
  /** Remembers that the branch shall be pushed. */
  readonly enqueue: (since: string) => Promise<void>
  /** Tries now what waits; answers when it has ended. */
  readonly run: (resolutions?: ReadonlyMap<string, string>) => Promise<void>
  readonly close: () => void
}

const usualRetryMs = 60_000

export function createPushQueue(options: PushQueueOptions): PushQueue {
  let running: Promise<void> | undefined
  let outcome: PushOutcome | undefined
  let held: string | undefined
  let closed = false
  const ending = new AbortController()
  const timer = setInterval(() => void retry(), options.retryMs ?? usualRetryMs)
  timer.unref()

  async function retry(): Promise<void> {
    const target = await options.target().catch(() => undefined)
    const waiting = target && (await queuedPush(target.records))
    // A conflict waits for the writer, a refusal for whoever refused: trying again by ourselves changes neither.
    if (waiting && waiting.branch === target.repository.branch && mayHelpToRetry(outcome)) await run()
  }

  async function run(resolutions?: ReadonlyMap<string, string>): Promise<void> {
    // A try that is going on knows nothing of what the writer has decided now.
    if (resolutions) await running
    running ??= once(resolutions).finally(() => {
      running = undefined
      options.changed()
    })
    options.changed()
    await running
  }

  async function once(resolutions: ReadonlyMap<string, string> | undefined): Promise<void> {
    const target = await options.target()
    if (!target || closed) return
    held = await options.hold(target)
    if (held !== undefined) return
    outcome = await pushBranch(target.git, target.records, target.repository, {
      signal: ending.signal,
      ...(resolutions ? { resolutions } : {}),
    })
    if (outcome.type === 'pushed' || isHopeless(outcome)) await dropQueuedPush(target.records)
  }

  return {
    state: async () => {
      if (running) return { push: 'running' }
      const target = await options.target()
      const waiting = target && (await queuedPush(target.records))
      if (!waiting) return outcome?.type === 'not-pushed' ? { pushProblem: outcome.error.message } : {}
      if (held !== undefined)
        return { push: 'held', pushProblem: new LecternError('push.held', [held]).message }
      if (outcome?.type === 'conflict') return { push: 'conflict', pushProblem: outcome.error.message }
      return {
        push: 'queued',
        ...(outcome?.type === 'not-pushed' ? { pushProblem: outcome.error.message } : {}),
      }
    },
    conflicts: () => (outcome?.type === 'conflict' ? outcome.files : []),
    enqueue: async since => {
      const target = await options.target()
      if (!target?.repository.branch) return
      await queuePush(target.records, target.repository.branch, since)
    },
    run,
    close: () => {
      closed = true
      clearInterval(timer)
      ending.abort()
    },
  }
}

function isHopeless(outcome: PushOutcome): boolean {
  return outcome.type === 'not-pushed' && outcome.error.code === 'push.no-remote'
}

function mayHelpToRetry(outcome: PushOutcome | undefined): boolean {
  if (!outcome) return true
  return (
    outcome.type === 'not-pushed' &&
    ['push.offline', 'push.silent', 'push.login-page', 'push.failed', 'push.local-changes'].includes(
      outcome.error.code,
    )
  )
}
