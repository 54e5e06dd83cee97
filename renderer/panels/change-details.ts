import type { TextEdit } from '../../core/text/index.ts'

/** Makes one change of the front matter, as one undo step with a label. */
export type ChangeDetails = (label: string, edit: (source: string) => readonly TextEdit[]) => void
