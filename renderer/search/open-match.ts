import type { SearchMatch } from '../../core/contract/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { showing } from '../beside/open-desks.ts'

/** Opens a post and selects what was found in it. The text may have moved on; then the line is near enough. */
export async function openMatch(
  lectern: Lectern,
  path: string,
  { line, excerpt, excerptFrom, excerptTo }: SearchMatch,
): Promise<void> {
  await lectern.desk.open(path)
  const { editor } = showing(lectern, path)
  const doc = editor.doc()
  const at = doc.line(Math.min(line, doc.lines))
  const found = excerpt.slice(excerptFrom, excerptTo).replaceAll('\r', '')
  const before = excerpt.slice(0, excerptFrom)
  const column = at.text.indexOf(before + found)
  const from = at.from + (column < 0 ? 0 : column + before.length)
  editor.reveal(from)
  if (column >= 0) editor.view.dispatch({ selection: { anchor: from, head: from + found.length } })
}
