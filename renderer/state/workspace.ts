import type { PostSummary, Workspace } from '../../core/contract/index.ts'
import { type Store, createStore } from './store.ts'

/** The open folder and the list of what lies in it. */
export interface WorkspaceState {
  readonly status: 'opening' | 'open' | 'failed'
  readonly workspace?: Workspace
  /** Newest first, pages last, as the host gives them. */
  readonly posts: readonly PostSummary[]
  /** The first post of the folder stands in the editor, or there is none: what is empty now is no longer on its way. */
  readonly settled: boolean
  /** The sentence to show when the folder or its list could not be read. */
  readonly failure?: string
}

export type WorkspaceEvent =
  | { readonly type: 'opening' }
  | { readonly type: 'opened'; readonly workspace: Workspace; readonly posts: readonly PostSummary[] }
  | { readonly type: 'settled' }
  | { readonly type: 'listed'; readonly posts: readonly PostSummary[] }
  | { readonly type: 'failed'; readonly reason: string }

export type WorkspaceStore = Store<WorkspaceState, WorkspaceEvent>

export function createWorkspaceStore(): WorkspaceStore {
  return createStore<WorkspaceState, WorkspaceEvent>(
    { status: 'opening', posts: [], settled: false },
    reduceWorkspace,
  )
}

export function reduceWorkspace(state: WorkspaceState, event: WorkspaceEvent): WorkspaceState {
  switch (event.type) {
    case 'opening':
      return { ...state, status: 'opening', settled: false }
    case 'opened':
      return { status: 'open', workspace: event.workspace, posts: event.posts, settled: state.settled }
    case 'settled':
      return { ...state, settled: true }
    case 'listed':
      return { ...state, posts: event.posts }
    case 'failed':
      return { ...state, status: 'failed', settled: true, failure: event.reason }
  }
}
