import type { PostSummary, RepoPath, Version } from '../../core/contract/index.ts'
import { lineEdits } from '../../core/text/index.ts'
import type { Lectern } from '../app/lectern.ts'
import type { Conflict, TextChoice } from '../state/document-desk.ts'
import { readShape } from '../state/file-shape.ts'

/** The open post and a version of it that a sync client kept in a file of its own. */
export interface ConflictCopy extends Conflict {
  readonly theirs: string
  readonly copy: RepoPath
  /** Of the copy. */
  readonly version: Version
}

/** The copy to look at beside the open post: its first, or the open one itself when that is a copy of another post. */
export function conflictCopyOf(
  posts: readonly PostSummary[],
  path: RepoPath | undefined,
): { readonly copy: RepoPath; readonly original: RepoPath } | undefined {
  const open = posts.find(post => post.path === path)
  if (!open) return undefined
  if (open.conflictOf !== undefined)
    return posts.some(post => post.path === open.conflictOf)
      ? { copy: open.path, original: open.conflictOf }
      : undefined
  const copy = posts.find(post => post.conflictOf === path)
  return copy && { copy: copy.path, original: open.path }
}

/** Opens the original and lays the copy beside it. */
export async function compareConflictCopy({ desk, dialogs, document, workspace }: Lectern): Promise<void> {
  const found = conflictCopyOf(workspace.get().posts, document.get().path)
  if (!found) return
  await desk.open(found.original)
  dialogs.open('conflict-copy', found.copy)
}

/** @throws what keeps the copy from being read */
export async function readConflictCopy(
  { document, editor, host }: Lectern,
  copy: RepoPath,
): Promise<ConflictCopy> {
  const { source, version, readOnly } = await host.readPost(copy)
  if (readOnly !== undefined) throw new Error(readOnly)
  const { path = '' } = document.get()
  // What both grew from is not known, so every difference is a place to choose.
  return { path, base: '', mine: editor.text(), theirs: readShape(source).text, copy, version }
}

/**
 * Gives the post the text that was chosen, and when that is saved, moves the copy to the trash.
 *
 * @returns false, and nothing done, when either is another by now: the writer has to look again
 */
export async function endConflictCopy(
  lectern: Lectern,
  seen: ConflictCopy,
  choice: TextChoice,
): Promise<boolean> {
  const { desk, editor, host, notices, workspaceDesk } = lectern
  const now = await readConflictCopy(lectern, seen.copy)
  if (now.path !== seen.path || now.mine !== seen.mine || now.version !== seen.version) return false
  const chosen = choice === 'take-theirs' ? seen.theirs : choice === 'keep-mine' ? seen.mine : choice.text
  const edits = lineEdits(seen.mine, chosen)
  if (edits.length > 0) editor.apply({ edits }, 'Join the conflict copy')
  // The status bar says why a post is not saved; the copy stays until it is.
  if (!(await desk.save())) return true
  const { trashId } = await host.trashPost(seen.copy)
  await workspaceDesk.refresh()
  const restore = async (): Promise<void> => {
    await host.restorePost(trashId)
    await workspaceDesk.refresh()
  }
  notices.show({
    kind: 'info',
    text: `${seen.copy} is in the trash.`,
    action: { label: 'Undo', run: () => void restore().catch(notices.report) },
  })
  return true
}
