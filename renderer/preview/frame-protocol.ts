import type { BlockPatch } from './block-patch.ts'
import type { PageShell } from './page-shell.ts'
import type { PdfPicture } from './pdf/pdf-protocol.ts'

/** How the preview looks and what it may load. */
export interface FrameLook {
  readonly theme: 'light' | 'dark' | 'system'
  readonly contrast: 'more' | 'system'
  /** Per cent of the usual size. */
  readonly textSize: number
  /** Remote pictures show without a click. */
  readonly remoteContent: boolean
  /** Players load without a click, as they come near. */
  readonly playAtOnce: boolean
  /** Remote pictures the writer clicked. */
  readonly allowedPictures: readonly string[]
  /** Hosts that style sheets and fonts may come from, such as `https://fonts.example`. */
  readonly styleHosts: readonly string[]
}

/** The post that the blocks belong to. */
export interface FramePost {
  readonly title: string
  /** As a person reads it; empty for none. */
  readonly day: string
  /** Its path on the site, against which relative addresses are read. */
  readonly url: string
  /** Where the site will stand, such as `https://talks.example/blog`: its own pictures are local ones. */
  readonly siteUrl: string
  readonly baseurl: string
  /** What Jekyll would leave out or stop at, in the writer's words. */
  readonly notices: readonly string[]
}

export type ChangeKind = 'removed' | 'added'

/** What a service told about an embed when the writer asked. */
export interface ToldEmbed {
  /** Of its page. */
  readonly address: string
  readonly title?: string
  readonly ratio?: number
  /** Its picture as a `data:` address, decoded and encoded anew by Lectern. */
  readonly poster?: string
}

/** A page of a PDF of the site: drawn, or why it is not, in words for the writer. */
export interface PdfPage {
  /** From the site's root, percent-encoded. */
  readonly path: string
  readonly page: number
  readonly drawn?: PdfPicture
  readonly trouble?: string
}

/** What the app tells the preview page. */
export type ToFrame =
  | { readonly type: 'look'; readonly look: FrameLook }
  /** The post, or another one: then `fresh` says that nothing of the old one stays. */
  | { readonly type: 'post'; readonly post: FramePost; readonly fresh: boolean }
  | {
      readonly type: 'patch'
      readonly patch: BlockPatch
      readonly lines: Int32Array
      /** The line being typed in, to be kept in sight; none after loading. */
      readonly editedLine?: number
    }
  /** The site's page around the post, for the page that shows it so. */
  | { readonly type: 'shell'; readonly shell: PageShell; readonly siteVersion: string }
  /** What is known of the embeds in the post, all of it each time. */
  | { readonly type: 'told'; readonly embeds: readonly ToldEmbed[] }
  | { readonly type: 'pdf'; readonly pdf: PdfPage }
  /** The keys went into the preview, or out of it. */
  | { readonly type: 'entered' | 'left' }
  /** Fractions lie between lines; Infinity is the end. */
  | { readonly type: 'scroll'; readonly line: number }
  /** These blocks, by their place from 0, go or are new, and look it. */
  | { readonly type: 'marks'; readonly kind: ChangeKind; readonly blocks: readonly number[] }

/** What the preview page tells the app. It is untrusted: the app checks every field. */
export type FromFrame =
  | { readonly type: 'ready' }
  /** The writer scrolled so that this line of the source is at the top. */
  | { readonly type: 'scrolled'; readonly line: number }
  /** The writer clicked at this line, on this word (empty where there was none). */
  | { readonly type: 'clicked'; readonly line: number; readonly lastLine: number; readonly words: string }
  | { readonly type: 'link'; readonly url: string }
  /** A combination of the command table, pressed while the preview has the keyboard. */
  | { readonly type: 'keys'; readonly keys: string }
  /** A remote picture is wanted. */
  | { readonly type: 'picture'; readonly url: string }
  /** A card for this page of a PDF of the site came near. */
  | { readonly type: 'pdf'; readonly path: string; readonly page: number }
  /** Slides that nobody used took the keys, and were stopped. */
  | { readonly type: 'keys-taken' }
  /** The PDF is to be opened by the program for it. */
  | { readonly type: 'open-pdf'; readonly path: string }
  /** What of the site's page is not shown, in words for the writer, and the hosts that styles and fonts would come from. */
  | {
      readonly type: 'differs'
      readonly differences: readonly string[]
      readonly hosts: readonly string[]
    }

/** A message of the preview page, or undefined for what is none. */
export function readFromFrame(data: unknown): FromFrame | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { type, line, lastLine, words, url, keys, path, page, differences, hosts } = data as Readonly<
    Record<string, unknown>
  >
  switch (type) {
    case 'ready':
    case 'keys-taken':
      return { type }
    case 'scrolled':
      return isNumber(line) ? { type, line } : undefined
    case 'clicked':
      return isNumber(line) && isNumber(lastLine) && isText(words)
        ? { type, line, lastLine, words }
        : undefined
    case 'link':
    case 'picture':
      return isText(url) ? { type, url } : undefined
    case 'keys':
      return isText(keys) ? { type, keys } : undefined
    case 'pdf':
      return isText(path) && isNumber(page) && page >= 1 ? { type, path, page: Math.floor(page) } : undefined
    case 'open-pdf':
      return isText(path) ? { type, path } : undefined
    case 'differs':
      return areTexts(differences) && areTexts(hosts) ? { type, differences, hosts } : undefined
    default:
      return undefined
  }
}

export const mostDifferences = 100

function areTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= mostDifferences && value.every(isText)
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && !Number.isNaN(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 10_000
}
