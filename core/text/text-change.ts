import { type TextEdit, applyEdits } from './edit.ts'
import { type Fingerprint, fingerprintOf, sameFingerprint } from './fingerprint.ts'

/** How a text came from an earlier one, for who holds that one. */
export interface TextChange {
  /** In offsets of the earlier text; absent where both are the same. */
  readonly edit?: TextEdit
  /** Of the text it leads to. */
  readonly result: Fingerprint
}

/** A text as it is told to who may hold an earlier one. */
export type ToldText = string | TextChange

/** The text a change leads to; undefined where it was not made to `before`, and the whole text has to be told. */
export function changedText(before: string | undefined, { edit, result }: TextChange): string | undefined {
  if (before === undefined || (edit && !isWithin(before, edit))) return undefined
  const after = edit ? applyEdits(before, [edit]) : before
  return sameFingerprint(fingerprintOf(after), result) ? after : undefined
}

/** The text that was told; undefined where the whole of it has to be told. */
export function heardText(before: string | undefined, told: ToldText): string | undefined {
  return typeof told === 'string' ? told : changedText(before, told)
}

function isWithin(text: string, { from, to }: TextEdit): boolean {
  return Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from <= to && to <= text.length
}
