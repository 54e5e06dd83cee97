import type { ProblemFix } from '../../core/post/index.ts'
import type { Lectern } from '../app/lectern.ts'

/** Does what a problem offers, as one undo step; not in a text that was changed since it was checked. */
export function applyFix({ editor, problems, notices }: Lectern, fix: ProblemFix): void {
  if (!problems.get().checked?.eq(editor.doc()))
    return void notices.show({ kind: 'info', text: 'The text changed a moment ago. Try again.' })
  editor.apply({ edits: fix.edits }, fix.title, { stay: true })
  notices.show({
    kind: 'success',
    text: `${fix.title}: done.`,
    action: { label: 'Undo', run: () => editor.undo() },
  })
}
