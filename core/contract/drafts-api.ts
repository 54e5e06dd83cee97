import type { Fingerprint, TextChange, TextEdit } from '../text/index.ts'
import { number, optional, record, repoPath, text } from './arguments.ts'
import type { RepoPath, Version } from './posts-api.ts'
import type { MethodTable } from './wire.ts'

/** Where the writer was in a post. */
export interface ViewState {
  readonly anchor: number
  readonly head: number
  readonly scrollTop: number
  /** The editor's undo history, as CodeMirror serialises it; opaque to the host. */
  readonly history?: string
}

/** Unsaved text of a post, kept outside the posts folder until it is saved. */
export interface Draft {
  readonly path: RepoPath
  /** The version the text grew from; undefined for a file that is not on disk yet. */
  readonly baseVersion?: Version
  readonly source: string
  readonly view?: ViewState
}

/** A {@link Draft} as what changed since the text that was kept before, or since the file where none was. */
export interface DraftChange extends Omit<Draft, 'source'> {
  /** Of the text as it lies in the file. */
  readonly change: TextChange
}

/** Unsaved text as it was found at the start, with when it was kept. */
export interface RecoveredDraft extends Draft {
  /** ISO 8601. */
  readonly keptAt: string
}

/** Where the writer was in a post, and in which text: the undo history fits only that. */
export interface KeptView {
  readonly version: Version
  readonly view: ViewState
}

/**
 * The journal of unsaved edits. Calls about one post, and its saves, are to be made in the order its text was written
 * in, each answered before the next call. What `keepDraft` or `keepChange` answered for survives a crash, a kill and a
 * power cut.
 */
export interface DraftsApi {
  keepDraft(draft: Draft): Promise<void>
  /**
   * As `keepDraft` with the text the change leads to.
   *
   * @returns false, and nothing was kept, where the change was made to another text than the host has: then the whole
   *   text is to be kept
   */
  keepChange(draft: DraftChange): Promise<boolean>
  /** The text is saved, or given up on purpose. */
  dropDraft(path: RepoPath): Promise<void>
  /** Unsaved text of this run and of earlier ones, newest first; what was saved after all is left out. */
  recoverDrafts(): Promise<RecoveredDraft[]>
  /** Remembers where the writer was in a saved text. */
  keepView(path: RepoPath, version: Version, view: ViewState): Promise<void>
  recallView(path: RepoPath): Promise<KeptView | undefined>
}

const viewState = record<ViewState>({
  anchor: number,
  head: number,
  scrollTop: number,
  history: optional(text) as (value: unknown) => string,
})

const draft = record<Draft>({
  path: repoPath,
  source: text,
  baseVersion: optional(text) as (value: unknown) => string,
  view: optional(viewState) as (value: unknown) => ViewState,
})

const draftChange = record<DraftChange>({
  path: repoPath,
  change: record<TextChange>({
    edit: optional(record<TextEdit>({ from: number, to: number, insert: text })) as (
      value: unknown,
    ) => TextEdit,
    result: record<Fingerprint>({ length: number, hash: number }),
  }),
  baseVersion: optional(text) as (value: unknown) => string,
  view: optional(viewState) as (value: unknown) => ViewState,
})

export const draftsMethods: MethodTable<DraftsApi> = {
  keepDraft: ([value]) => [draft(value)],
  keepChange: ([value]) => [draftChange(value)],
  dropDraft: ([path]) => [repoPath(path)],
  recoverDrafts: () => [],
  keepView: ([path, version, view]) => [repoPath(path), text(version), viewState(view)],
  recallView: ([path]) => [repoPath(path)],
}
