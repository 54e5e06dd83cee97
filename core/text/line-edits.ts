import { type TextEdit, minimalEdit } from './edit.ts'
import { lineChanges, linesOf } from './line-changes.ts'

/**
 * What turns one text into another, one edit for each run of changed lines and each as small as it can be, so that a
 * cursor or a fold between two changes stays where it is.
 */
export function lineEdits(before: string, after: string): TextEdit[] {
  const old = linesOf(before)
  const edits: TextEdit[] = []
  let line = 0
  let offset = 0
  for (const { from, to, lines } of lineChanges(old, linesOf(after))) {
    while (line < from) offset += old[line++]!.length
    const edit = minimalEdit(old.slice(from, to).join(''), lines.join(''))
    if (edit) edits.push({ from: offset + edit.from, to: offset + edit.to, insert: edit.insert })
  }
  return edits
}
