import type { RecoveredDraft, RepoPath } from '../../core/contract/index.ts'
import type { Editor, ParkedText } from '../editor/editor.ts'
import type { Saver } from './saver.ts'

/** A post that was left, as its writer left it. */
export interface LeftPost {
  readonly parked: ParkedText
  readonly saver: Saver
  /** The editor it was left in; another may show it again. */
  readonly editor: Editor
}

/** The posts that no editor shows: all editors of a window take from here, so that each text is with one of them. */
export interface Shelf {
  readonly aside: Map<RepoPath, LeftPost>
  /** What the journal holds from before. */
  readonly recovered: Map<RepoPath, RecoveredDraft>
  /** Changed by another program while they were not open. */
  readonly missed: Set<RepoPath>
  /** Called when what lies here with unsaved text may be other posts than before. */
  readonly watchers: Set<() => void>
}

export function createShelf(): Shelf {
  return { aside: new Map(), recovered: new Map(), missed: new Set(), watchers: new Set() }
}
