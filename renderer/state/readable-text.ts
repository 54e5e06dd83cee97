import type { Text } from '@codemirror/state'

/** No post is as long: what is beyond is written, kept and saved as all else, but nothing looks through it. */
export const longestRead = 2_000_000

/** The text that panels, preview, problems and spelling read: all of it, or its first lines. */
export interface ReadableText {
  readonly text: string
  readonly isCut: boolean
}

export function readableText(doc: Text): ReadableText {
  if (doc.length <= longestRead) return { text: doc.toString(), isCut: false }
  return { text: doc.sliceString(0, doc.lineAt(longestRead).from), isCut: true }
}
