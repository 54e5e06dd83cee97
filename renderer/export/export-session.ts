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
  | { readonly type: 'refused'; readonly code: string | undefined; readonly reason: string }

type ExportEvent = { readonly type: 'is'; readonly state: ExportState }

/** One export from plan to receipt. */
export interface ExportSession extends Pick<Store<ExportState, never>, 'get' | 'subscribe'> {
  /** Asks for the plan, again after something was mended. */
  plan(message?: string): Promise<void>
  /** Plans for this repository from now on. */
  into(repo: string): Promise<void>
  /** Puts a finding right in the post's file (or leaves the post out) and plans again. */
  fix(fix: FindingFix): Promise<void>
  /** Takes a file along that was committed together with these posts last time, or leaves it. */
  take(companion: string, along: boolean): Promise<void>
  /** Whether a companion travels along. */
  takes(companion: string): boolean
  /** Ends an export that runs; the repository is then as it was. */
  cancel(): Promise<void>
  /** Does what the shown plan says. */
  apply(): Promise<void>
  undo(): Promise<void>
  /** Says who commits, in this repository only, and plans again. */
  identify(name: string, email: string): Promise<void>
}

export function createExportSession(host: HostApi, request: ExportRequest): ExportSession {
  const store = createStore<ExportState, ExportEvent>({ type: 'planning' }, (_, event) => event.state)
  const show = (state: ExportState): void => store.send({ type: 'is', state })

  let target = request

  async function plan(message?: string): Promise<void> {
    try {
      show({
        type: 'review',
        planned: await host.planExport(message === undefined ? target : { ...target, message }),
      })
    } catch (error) {
      show({ type: 'refused', code: codeOf(error), reason: sentenceOf(error) })
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
    async fix({ post, edits }) {
      try {
        if (edits.length === 0) target = { ...target, posts: target.posts.filter(path => path !== post) }
        else {
          const { source, version } = await host.readPost(post)
          await host.savePost(post, applyEdits(source, edits), version)
        }
        if (target.posts.length > 0) await plan()
        else show({ type: 'refused', code: undefined, reason: 'Kept here: nothing is left to publish.' })
      } catch (error) {
        show({ type: 'refused', code: codeOf(error), reason: sentenceOf(error) })
      }
    },
    async take(companion, along) {
      const others = target.posts.filter(path => path !== companion)
      target = { ...target, posts: along ? [...others, companion] : others }
      await plan()
    },
    takes: companion => target.posts.includes(companion),
    cancel: () => host.cancelExport(),
    async apply() {
      const state = store.get()
      if (state.type !== 'review') return
      const { planned } = state
      show({ type: 'running', planned })
      try {
        show({ type: 'done', receipt: await host.applyExport(planned.planId) })
      } catch (error) {
        if (codeOf(error) === 'git.no-identity')
          show({ type: 'refused', code: codeOf(error), reason: sentenceOf(error) })
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
