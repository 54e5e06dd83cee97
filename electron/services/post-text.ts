import { isUtf8 } from 'node:buffer'

export interface PostText {
  readonly text: string
  /** It is no UTF-8: shown as Latin-1, and not to be written. */
  readonly isForeign: boolean
}

/** The bytes of a post as the writer sees them. */
export function postText(bytes: Buffer): PostText {
  const isForeign = !isUtf8(bytes)
  return { text: bytes.toString(isForeign ? 'latin1' : 'utf8'), isForeign }
}
