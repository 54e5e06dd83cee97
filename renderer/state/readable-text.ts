import type { Text } from '@codemirror/state'

/** No post is as long: what is beyond is written, kept and saved as all else, but nothing looks through it. */
export const longestRead = 2_000_000

/** The text that panels, preview, problems and spelling read: all of it, or its first lines. */
export interface ReadableText {
  readonly text: string
  readonly isCut: boolean
}

export function readableDoc(doc: Text): Text {
  return doc.length <= longestRead ? doc : doc.slice(0, doc.lineAt(longestRead).from)
}

export function readableText(doc: Text): ReadableText {
  const readable = readableDoc(doc)
  return { text: readable.toString(), isCut: readable !== doc }
}
