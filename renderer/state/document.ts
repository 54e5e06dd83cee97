import type { RepoPath } from '../../core/contract/index.ts'
import type { Span } from '../../core/text/index.ts'
import { type Store, createStore } from './store.ts'

/** What is true of the text on the screen and the file on disk. The status bar says exactly this. */
export type SaveStatus =
  /** The same text as on disk, untouched since it was opened. */
  | { readonly type: 'clean' }
  /** `kept`: the journal holds this very text, so that it survives a crash. */
  | { readonly type: 'dirty'; readonly kept: boolean }
  | { readonly type: 'saving' }
  | { readonly type: 'saved' }
  | { readonly type: 'not-saved'; readonly reason: string }
  /** Another program changed the file, and both texts cannot be joined without a choice; or it removed it. */
  | { readonly type: 'conflict'; readonly isGone: boolean }

/** The post in the editor. */
export interface DocumentState {
  readonly path: RepoPath | undefined
  /** A snapshot of the editor, which owns the text: at most 200 ms old; in a very long post as old as the last pause. */
  readonly text: string
  /** The text is longer than anything looks through: its first lines stand here. */
  readonly isCut?: boolean
  readonly selection: Span
  readonly status: SaveStatus
  /** Why the text can only be read. */
  readonly readOnly?: string
  /** Why the post asked for could not be opened. */
  readonly failure?: string
  /** Other posts whose text is not on disk: put aside, or kept in the journal from before. */
  readonly unsavedElsewhere: readonly RepoPath[]
}

export type DocumentEvent =
  | { readonly type: 'opened'; readonly path: RepoPath; readonly text: string; readonly readOnly?: string }
  | { readonly type: 'failed'; readonly path: RepoPath; readonly reason: string }
  | { readonly type: 'closed' }
  | { readonly type: 'renamed'; readonly path: RepoPath }
  | { readonly type: 'snapshot'; readonly text: string; readonly isCut?: boolean }
  | { readonly type: 'selected'; readonly selection: Span }
  | { readonly type: 'status'; readonly status: SaveStatus }
  | { readonly type: 'elsewhere'; readonly unsaved: readonly RepoPath[] }

export type DocumentStore = Store<DocumentState, DocumentEvent>

const nothingOpen: DocumentState = {
  path: undefined,
  text: '',
  selection: { from: 0, to: 0 },
  status: { type: 'clean' },
  unsavedElsewhere: [],
}

export function createDocumentStore(): DocumentStore {
  return createStore(nothingOpen, reduceDocument)
}

export function reduceDocument(state: DocumentState, event: DocumentEvent): DocumentState {
  switch (event.type) {
    case 'opened':
      return {
        ...nothingOpen,
        unsavedElsewhere: state.unsavedElsewhere,
        path: event.path,
        text: event.text,
        ...(event.readOnly && { readOnly: event.readOnly }),
      }
    case 'failed':
      return {
        ...nothingOpen,
        unsavedElsewhere: state.unsavedElsewhere,
        path: event.path,
        failure: event.reason,
      }
    case 'closed':
      return nothingOpen
    case 'renamed':
      return { ...state, path: event.path }
    case 'snapshot':
      return state.text === event.text && state.isCut === event.isCut
        ? state
        : { ...state, text: event.text, isCut: event.isCut ?? false }
    case 'selected':
      return sameSpan(state.selection, event.selection) ? state : { ...state, selection: event.selection }
    case 'status':
      return sameStatus(state.status, event.status) ? state : { ...state, status: event.status }
    case 'elsewhere':
      return { ...state, unsavedElsewhere: event.unsaved }
  }
}

function sameSpan(a: Span, b: Span): boolean {
  return a.from === b.from && a.to === b.to
}

function sameStatus(a: SaveStatus, b: SaveStatus): boolean {
  if (a.type === 'dirty' && b.type === 'dirty') return a.kept === b.kept
  if (a.type === 'conflict' && b.type === 'conflict') return a.isGone === b.isGone
  return a.type === b.type && a.type !== 'not-saved'
}
