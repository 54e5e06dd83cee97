import type { Text } from '@codemirror/state'
import type { TextChange, TextEdit } from '../../core/text/index.ts'
import { docEdit } from './doc-edit.ts'
import { fingerprintOfDoc } from './doc-fingerprint.ts'
import { type FileShape, plainShape, writeShape } from './file-shape.ts'

/**
 * What to tell who holds `before`, so that it has `after`; undefined where most of it is new. Both texts are held in the
 * `shape` of a file.
 */
export function docChange(before: Text, after: Text, shape: FileShape = plainShape): TextChange | undefined {
  const edit = docEdit(before, after)
  if (edit && edit.insert.length > after.length / 2) return undefined
  return { ...(edit && { edit: inFile(edit, before, shape) }), result: fingerprintOfDoc(after, shape) }
}

/** The edit in the offsets of the file. Where a `\r` stands before a line break in the text, the fingerprint tells. */
function inFile({ from, to, insert }: TextEdit, before: Text, shape: FileShape): TextEdit {
  const offset = (at: number): number =>
    at + (shape.byteOrderMark ? 1 : 0) + (shape.ending === '\r\n' ? before.lineAt(at).number - 1 : 0)
  return {
    from: offset(from),
    to: offset(to),
    insert: writeShape(insert, { ...shape, byteOrderMark: false }),
  }
}
