import { type ErrorCode, messages } from '../../errors.ts'
import type { Span, TextEdit } from '../../text/index.ts'

/** Why one link stays as it is; the sentences are in the catalogue of errors. */
export type LinkRefusalCode = Extract<
  ErrorCode,
  | 'links.liquid-address'
  | 'links.liquid-block'
  | 'links.two-lines'
  | 'links.unwritable'
  | 'links.attributes'
  | 'links.changes-page'
>

export interface LinkRefusal {
  readonly code: LinkRefusalCode
  readonly message: string
  readonly span: Span
}

/** Edits, and the links they leave alone, one by one. */
export interface LinkChange {
  readonly edits: readonly TextEdit[]
  /** How many links or definitions the edits change. */
  readonly changed: number
  readonly refused: readonly LinkRefusal[]
}

export function refuseLink(code: LinkRefusalCode, { span }: { readonly span: Span }): LinkRefusal {
  return { code, message: messages[code](), span }
}
