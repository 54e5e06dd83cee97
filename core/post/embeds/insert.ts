import { type EditResult, type Span, lineEnding } from '../../text/index.ts'
import { type Embed, type Refusal, isRefusal } from './embed.ts'
import { recogniseEmbed } from './recognise.ts'
import { type EmbedStyle, type HouseStyle, pendingNotice, writeEmbed } from './write.ts'

export interface InsertOptions {
  readonly style?: EmbedStyle
  readonly house?: HouseStyle
  /** A title the network or the writer gave. */
  readonly title?: string
}

export interface InsertedEmbed extends EditResult {
  readonly embed: Embed
  /** What the writer should know: why this is only a link yet, and what to paste instead. */
  readonly notice?: string
}

/**
 * Puts an embed into a post: at an offset on lines of its own, or in the place of a span such as the raw paste. Blank
 * lines around it keep kramdown from reading it as part of a paragraph.
 *
 * @param at an offset, or the span whose text gives way
 * @param input an address or embed code
 * @returns the edit, with the selection after the embed
 */
export function insertEmbed(
  source: string,
  at: number | Span,
  input: string,
  options: InsertOptions = {},
): InsertedEmbed | Refusal {
  const embed = recogniseEmbed(input)
  if (isRefusal(embed)) return embed
  const titled = options.title ? { ...embed, title: options.title } : embed
  const markup = writeEmbed(titled, options.style ?? 'house', options.house)
  const notice = pendingNotice(titled)
  return { ...insertMarkup(source, at, markup), embed: titled, ...(notice && { notice }) }
}

/** The edit that puts block markup at an offset, or in the place of a span, with blank lines around it. */
export function insertMarkup(source: string, at: number | Span, markup: string): EditResult {
  const newline = lineEnding(source)
  const place = typeof at === 'number' ? ownLine(source, at) : at
  const before = source.slice(0, place.from)
  const after = source.slice(place.to)
  const lead =
    before === '' || /(?:^|\n)[^\S\n]*\r?\n[^\S\n]*$/.test(before)
      ? ''
      : /\n[^\S\n]*$/.test(before)
        ? newline
        : newline + newline
  const tail =
    after === ''
      ? newline
      : /^[^\S\n]*\r?\n[^\S\n]*(?:\r?\n|$)/.test(after)
        ? ''
        : /^[^\S\n]*\r?\n/.test(after)
          ? newline
          : newline + newline
  const text = `${lead}${markup.replaceAll('\n', newline)}`
  const cursor = place.from + text.length
  return { edits: [{ ...place, insert: `${text}${tail}` }], selection: { from: cursor, to: cursor } }
}

/** An empty line is taken over; from inside a line, the place is its end. */
function ownLine(source: string, offset: number): Span {
  const end = source.indexOf('\n', offset)
  const lineEnd = end < 0 ? source.length : source[end - 1] === '\r' ? end - 1 : end
  const start = source.lastIndexOf('\n', offset - 1) + 1
  const to = Math.max(lineEnd, offset)
  return source.slice(start, to).trim() === '' ? { from: start, to } : { from: to, to }
}
