import { type TextEdit, applyEdits } from '../../core/text/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { mayChangeAddress } from '../share/address-change.ts'

/** Makes one change of the front matter, as one undo step with a label. */
export type ChangeDetails = (label: string, edit: (source: string) => readonly TextEdit[]) => void

/** The same, unless it would take the post away from an address that was copied and the writer keeps that. */
export async function changeDetails(
  lectern: Lectern,
  ...[label, edit]: Parameters<ChangeDetails>
): Promise<void> {
  const { editor } = lectern
  const before = editor.doc()
  const source = editor.text()
  const edits = edit(source)
  if (!(await mayChangeAddress(lectern, { source: applyEdits(source, edits) }))) return
  const isSame = editor.doc().eq(before)
  editor.apply({ edits: isSame ? edits : edit(editor.text()) }, label, { stay: true })
}
