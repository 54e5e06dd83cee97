import type { ExportRequest, HostApi, PlannedExport } from '../../core/contract/index.ts'
import type { ExportReceipt, FindingFix } from '../../core/export/index.ts'
import { applyEdits } from '../../core/text/index.ts'
import { sentenceOf } from '../state/notices.ts'
import { type Store, createStore } from '../state/store.ts'

/** Where an export stands: the plan is read, shown, done, and perhaps taken back. */
export type ExportState =
  | { readonly type: 'planning' }
  | { readonly type: 'review'; readonly planned: PlannedExport; readonly failure?: string }
  | { readonly type: 'running'; readonly planned: PlannedExport }
  | { readonly type: 'done'; readonly receipt: ExportReceipt; readonly failure?: string }
  | { readonly type: 'undone'; readonly receipt: ExportReceipt }
  /** Nothing was published: the post stays here until then (ISO 8601), as was said `at`. */
  | { readonly type: 'kept'; readonly post: string; readonly until: string; readonly at: Date }
  | { readonly type: 'refused'; readonly code: string | undefined; readonly reason: string }

type ExportEvent = { readonly type: 'is'; readonly state: ExportState }

/** One export from plan to receipt. */
export interface ExportSession extends Pick<Store<ExportState, never>, 'get' | 'subscribe'> {
  /** Asks for the plan, again after something was mended. */
  plan(message?: string): Promise<void>
  /** Plans for this repository from now on. */
  into(repo: string): Promise<void>
  /** The place the writer has chosen; undefined for posts that go into the repository they lie in. */
  target(): string | undefined
  /** Lets the writer choose another. */
  askWhere(): void
  /** Plans without a commit: the files are copied only. */
  withoutCommit(): Promise<void>
  /** Puts a finding right in the post's file (or leaves the post out) and plans again. */
  fix(fix: FindingFix): Promise<void>
  /** Takes a file along that was committed together with these posts last time, or leaves it. */
  take(companion: string, along: boolean): Promise<void>
  /** Files that travel along. */
  along(): readonly string[]
  /** Ends an export that runs; the repository is then as it was. */
  cancel(): Promise<void>
  /** Does what the shown plan says. */
  apply(): Promise<void>
  undo(): Promise<void>
  /** Says who commits, in this repository only, and plans again. */
  identify(name: string, email: string): Promise<void>
}

export interface ExportSessionOptions {
  readonly host: HostApi
  readonly request: ExportRequest
  /** A repository that a plan could be made for. */
  readonly onTarget: (repo: string) => void
  /** The writer keeps a post back until then (ISO 8601). */
  readonly onKept: (post: string, until: string) => void
  readonly onDone: (posts: readonly string[]) => void
}

export function createExportSession(options: ExportSessionOptions): ExportSession {
  const { host, request } = options
  const store = createStore<ExportState, ExportEvent>({ type: 'planning' }, (_, event) => event.state)
  const show = (state: ExportState): void => store.send({ type: 'is', state })

  let target = request

  async function plan(message?: string): Promise<void> {
    try {
      const planned = await host.planExport(message === undefined ? target : { ...target, message })
      if (target.repo !== undefined) options.onTarget(target.repo)
      show({ type: 'review', planned })
    } catch (error) {
      refuse(error)
    }
  }

  function refuse(error: unknown): void {
    show({ type: 'refused', code: codeOf(error), reason: sentenceOf(error) })
  }

  /** Leaves a post out, or a file that was to go along with it. */
  function without(path: string): void {
    target = {
      ...target,
      posts: target.posts.filter(post => post !== path),
      along: (target.along ?? []).filter(companion => companion !== path),
    }
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    plan,
    async into(repo) {
      target = { ...target, repo }
      await plan()
    },
    target: () => target.repo,
    askWhere: () =>
      show({ type: 'refused', code: 'export.no-target', reason: `It would go into ${target.repo} now.` }),
    async withoutCommit() {
      target = { ...target, commit: false }
      await plan()
    },
    async fix({ post, edits, until }) {
      try {
        if (edits.length === 0) {
          without(post)
          if (until !== undefined) options.onKept(post, until)
        } else {
          const { source, version } = await host.readPost(post)
          await host.savePost(post, applyEdits(source, edits), version)
        }
        if (target.posts.length > 0) await plan()
        else if (until === undefined) refuse(new Error('Nothing is left to publish.'))
        else show({ type: 'kept', post, until, at: new Date() })
      } catch (error) {
        refuse(error)
      }
    },
    async take(companion, along) {
      without(companion)
      if (along) target = { ...target, along: [...(target.along ?? []), companion] }
      await plan()
    },
    along: () => target.along ?? [],
    cancel: () => host.cancelExport(),
    async apply() {
      const state = store.get()
      if (state.type !== 'review') return
      const { planned } = state
      show({ type: 'running', planned })
      try {
        const receipt = await host.applyExport(planned.planId)
        options.onDone(target.posts)
        show({ type: 'done', receipt })
      } catch (error) {
        if (codeOf(error) === 'git.no-identity') refuse(error)
        else show({ type: 'review', planned, failure: sentenceOf(error) })
      }
    },
    async undo() {
      const state = store.get()
      if (state.type !== 'done' || state.receipt.undo_id === null) return
      try {
        show({ type: 'undone', receipt: await host.undoExport(state.receipt.undo_id) })
      } catch (error) {
        show({ ...state, failure: sentenceOf(error) })
      }
    },
    async identify(name, email) {
      await host.setIdentity(name, email)
      await plan()
    },
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
