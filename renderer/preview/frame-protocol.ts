import type { BlockPatch } from './block-patch.ts'

/** How the preview looks and what it may load; the page keeps the last one. */
export interface FrameLook {
  readonly theme: 'light' | 'dark'
  /** Remote pictures show without a click. */
  readonly remoteContent: boolean
  readonly textSize: number
}

/** What the app tells the preview page. */
export type ToFrame =
  | { readonly type: 'look'; readonly look: FrameLook }
  /** Another post: nothing of the old one stays. */
  | { readonly type: 'clear'; readonly url: string }
  | { readonly type: 'patch'; readonly id: number; readonly patch: BlockPatch; readonly lines: Int32Array }
  | { readonly type: 'scroll'; readonly line: number }

/** What the preview page tells the app. It is untrusted: the app checks every field. */
export type FromFrame =
  | { readonly type: 'ready' }
  /** The patch with this id is in the document; `painted` a frame later. */
  | { readonly type: 'applied'; readonly id: number }
  | { readonly type: 'painted'; readonly id: number }
  /** The writer scrolled so that this line of the source is at the top. Fractions lie between blocks. */
  | { readonly type: 'scrolled'; readonly line: number }
  | { readonly type: 'clicked'; readonly line: number }
  | { readonly type: 'link'; readonly url: string }
  /** A combination of the command table, pressed while the preview has the keyboard. */
  | { readonly type: 'keys'; readonly keys: string }
  /** One remote picture is wanted, which the quiet page may not load. */
  | { readonly type: 'picture'; readonly url: string }

/** A message of the preview page, or undefined for what is none. */
export function readFromFrame(data: unknown): FromFrame | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const message = data as Readonly<Record<string, unknown>>
  switch (message['type']) {
    case 'ready':
      return { type: 'ready' }
    case 'applied':
    case 'painted':
      return isNumber(message['id']) ? { type: message['type'], id: message['id'] } : undefined
    case 'scrolled':
    case 'clicked':
      return isNumber(message['line']) ? { type: message['type'], line: message['line'] } : undefined
    case 'link':
    case 'picture':
      return isText(message['url']) ? { type: message['type'], url: message['url'] } : undefined
    case 'keys':
      return isText(message['keys']) ? { type: 'keys', keys: message['keys'] } : undefined
    default:
      return undefined
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 10_000
}
