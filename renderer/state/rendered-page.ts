import type { RepoPath } from '../../core/contract/index.ts'
import { type Store, createStore } from './store.ts'

/** Something the renderer noticed in a post, such as a missing include. */
export interface RenderProblem {
  readonly code: string
  readonly message: string
  /** From 1, in the source; undefined where no line is to blame. */
  readonly line?: number
}

/** What the last finished render said of the post, besides its HTML, which goes to the preview frame alone. */
export interface RenderedPageState {
  /** Of the open folder. */
  readonly path: RepoPath | undefined
  /** Its path on the site, e.g. `/talks/2026/quay/`. */
  readonly url?: string
  /** With the site's own address and base in front, as far as its configuration names them. */
  readonly publicUrl?: string
  readonly title?: string
  /** What the site's configuration says its posts are written in. */
  readonly siteLanguage?: string
  /** ISO 8601 with offset; undefined for pages. */
  readonly date?: string
  readonly problems: readonly RenderProblem[]
  /** How long the renderer worked. */
  readonly renderMs?: number
  /** Why the preview shows an older text: the renderer hangs or failed. */
  readonly trouble?: string
}

export type RenderedPageEvent =
  | { readonly type: 'rendered'; readonly page: RenderedPageState }
  | { readonly type: 'trouble'; readonly reason: string }

export type RenderedPageStore = Store<RenderedPageState, RenderedPageEvent>

export function createRenderedPageStore(): RenderedPageStore {
  return createStore<RenderedPageState, RenderedPageEvent>(
    { path: undefined, problems: [] },
    reduceRenderedPage,
  )
}

function reduceRenderedPage(state: RenderedPageState, event: RenderedPageEvent): RenderedPageState {
  if (event.type === 'rendered') return event.page
  return { ...state, trouble: event.reason }
}
