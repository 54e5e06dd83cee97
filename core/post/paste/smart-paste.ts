import { type Span, sliceSpan } from '../../text/index.ts'
import { type Embed, isRefusal, recogniseEmbed } from '../embeds/index.ts'
import { placeInPost } from './place-in-post.ts'

/** What a paste may stand as. */
export type PasteForm = 'embed' | 'markdown' | 'link' | 'reference' | 'plain'

/** A paste worth a second look. It stands raw in the text already, so that one undo gives it back. */
export interface SmartPaste {
  /** Where the raw paste stands. */
  readonly pasted: Span
  /** The words it replaced, or came with. */
  readonly words: string
  /** What it may stand as, best first; the last is as it was pasted. */
  readonly forms: readonly PasteForm[]
  /** The embed behind a pasted address or embed code. */
  readonly embed?: Embed
  /** The Markdown for pasted rich text. */
  readonly markdown?: string
}

/** How a paste reached the text. */
export interface PasteOrigin {
  /** The words it replaced. */
  readonly replaced?: string
  /** The title that a dropped link brought. */
  readonly title?: string
  /** A link on its own makes a link in the middle of a line, too, as when it was dropped there. */
  readonly inLine?: boolean
}

const longestText = 20_000

/**
 * What text that was just pasted could become: over words a link on them, on a line of its own the embed of slides or
 * a video, or a link. In code, HTML and front matter nothing.
 *
 * @param source the post with the raw paste in it
 * @param pasted where the paste stands
 */
export function smartPaste(
  source: string,
  pasted: Span,
  { replaced = '', title = '', inLine = false }: PasteOrigin = {},
): SmartPaste | undefined {
  const text = sliceSpan(source, pasted).trim()
  if (text === '' || text.length > longestText) return undefined
  if (replaced !== '') return linkOver(source, pasted, text, replaced)
  const before = source.slice(0, pasted.from) + source.slice(pasted.to)
  const isAlone = standsAlone(source, pasted)
  if (!isAlone && !(inLine && isAddress(text))) return undefined
  const recognised = recogniseEmbed(text)
  const embed = isRefusal(recognised) || !isAlone ? undefined : withTitle(recognised, title)
  const isEmbed = embed !== undefined && playable.has(embed.kind)
  if (!isEmbed && !isAddress(text)) return undefined
  if (placeInPost(before, pasted.from) !== 'text') return undefined
  if (isEmbed) return { pasted, words: title, forms: ['embed', 'link', 'reference', 'plain'], embed }
  return { pasted, words: title, forms: ['link', 'reference', 'plain'] }
}

const playable: ReadonlySet<Embed['kind']> = new Set(['slides', 'video', 'audio', 'code', 'social'])

function withTitle(embed: Embed, title: string): Embed {
  return title === '' || embed.title !== undefined ? embed : { ...embed, title }
}

function linkOver(source: string, pasted: Span, url: string, words: string): SmartPaste | undefined {
  const isLink = /^(?:https?:\/\/|mailto:)\S+$/i.test(url)
  if (!isLink || /\n/.test(words) || isAddress(words)) return undefined
  const before = source.slice(0, pasted.from) + words + source.slice(pasted.to)
  if (placeInPost(before, pasted.from + 1) !== 'text') return undefined
  return { pasted, words, forms: ['link', 'reference', 'plain'] }
}

/** Whether nothing else stands on the lines of a span. */
function standsAlone(source: string, span: Span): boolean {
  const lineStart = source.lastIndexOf('\n', span.from - 1) + 1
  const lineEnd = source.indexOf('\n', span.to)
  const around =
    source.slice(lineStart, span.from) + source.slice(span.to, lineEnd < 0 ? source.length : lineEnd)
  return around.trim() === ''
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>]+$/i.test(text)
}
