import type { Span } from '../../text/index.ts'
import { type Embed, isRefusal } from './embed.ts'
import { addressed } from './element-match.ts'
import { isPosterOf } from './elements/linked-poster.ts'
import { type HtmlPage, type HtmlTag, attribute, closingTag } from './html-scanner.ts'
import { within } from './skipped-spans.ts'

/** A picture that leads to what it shows, with the place of the address. */
export interface Poster {
  readonly embed: Embed
  readonly span: Span
  readonly place: Span
  /** The definition of the picture's address, where that stands apart. */
  readonly picture?: Span
}

/**
 * The posters of a Markdown body: `[![words](picture)](address)`, where either address may stand in a definition.
 *
 * The service's own picture counts wherever it stands. Another picture counts where nothing else is on its line and it
 * leads to a recording or a deck: amid words it is an icon.
 *
 * @param skipped code and comments
 */
export function markdownPosters(source: string, body: Span, skipped: readonly Span[]): Poster[] {
  const text = source.slice(body.from, body.to)
  const definitions = text.includes('][') ? linkDefinitions(text) : new Map<string, Place>()
  return [...text.matchAll(linkedPicture)].flatMap(match => {
    const span = { from: body.from + match.index, to: body.from + match.index + match[0].length }
    const groups = match.groups!
    const direct = match.indices!.groups!['address']
    const address: Place | undefined = direct
      ? { text: groups['address']!, from: direct[0], to: direct[1] }
      : definitions.get(labelOf(groups['label'] ?? ''))
    const defined =
      groups['picture'] === undefined
        ? definitions.get(labelOf(groups['pictureLabel'] || groups['words']!))
        : undefined
    const picture = groups['picture'] ?? defined?.text
    if (!address || picture === undefined || within(skipped, span.from)) return []
    const embed = shownBy(picture, address.text, standsAlone(source, span))
    const inSource = ({ from, to }: Span) => ({ from: body.from + from, to: body.from + to })
    return embed
      ? [{ embed, span, place: inSource(address), ...(defined && { picture: inSource(defined) }) }]
      : []
  })
}

/** `<a href="address"><img src="picture"></a>` alone on its line; what has the service's own picture is an element of its own. */
export function linkedPictures(page: HtmlPage): Poster[] {
  return page.tags.flatMap((tag, index) => {
    const href = tag.name === 'a' && !tag.closing ? tag.attributes.get('href') : undefined
    const last = closingTag(page, index)
    if (!href || last === index || last - index > mostTags) return []
    const inside = page.tags.slice(index + 1, last)
    const span = { from: tag.span.from, to: page.tags[last]!.span.to }
    if (span.to - span.from > longestLink || !inside.some(isPicture)) return []
    if (hasWords(page.source.slice(span.from, span.to))) return []
    const embed = shownBy('', href.value, standsAlone(page.source, span))
    return embed ? [{ embed, span, place: href.span }] : []
  })
}

interface Place extends Span {
  readonly text: string
}

const linkedPicture =
  /\[!\[(?<words>[^\]]{0,500})\](?:\(\s*(?<picture>[^()\n]{1,500})\)|\[(?<pictureLabel>[^\]\n]{0,100})\])\s*\](?:\(\s*<?(?<address>[^\s()<>]{1,500}(?:\r?\n[^\s()<>]{1,500}){0,5})>?[^()]{0,200}\)|[ ]?\[(?<label>[^\]\n]{1,100})\])(?:\{:[^}\n]*\})?/dg

/** `[label]: address`; the first of a label counts, as in kramdown. */
function linkDefinitions(text: string): Map<string, Place> {
  const definitions = new Map<string, Place>()
  for (const match of text.matchAll(/^ {0,3}\[([^\]\n]{1,100})\]:[ \t]*<?([^\s<>]{1,500})/dgm)) {
    const [from, to] = match.indices![2]!
    const label = labelOf(match[1]!)
    if (!definitions.has(label)) definitions.set(label, { text: match[2]!, from, to })
  }
  return definitions
}

function labelOf(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase()
}

function shownBy(picture: string, address: string, alone: boolean): Embed | undefined {
  const embed = addressed(address)
  if (!embed || isRefusal(embed)) return undefined
  return isPosterOf(picture, embed) || (alone && showsItem(embed)) ? embed : undefined
}

/** A picture beside a file or a page is an ordinary link. */
function showsItem({ kind, id, params }: Embed): boolean {
  const ofFile = params['local'] === true || /^https?:/.test(id ?? '')
  return (kind === 'video' || kind === 'slides') && id !== null && !ofFile
}

/** A link around a picture is short; what is longer is searched no further. */
const mostTags = 20
const longestLink = 4000
/** What may stand beside a picture on its line: tags, a mark of a list or quote, attributes. */
const mostBeside = 500

/** Nothing but tags, marks of lists and quotes, and attribute lists beside it on its lines. */
function standsAlone(source: string, { from, to }: Span): boolean {
  const start = Math.max(0, from - mostBeside)
  const newline = source.slice(start, from).lastIndexOf('\n')
  const end = source.slice(to, to + mostBeside).indexOf('\n')
  if ((newline < 0 && start > 0) || (end < 0 && to + mostBeside < source.length)) return false
  const before = source.slice(start + newline + 1, from)
  const after = source.slice(to, end < 0 ? source.length : to + end)
  return (
    !hasWords(before.replace(/^[ \t>]*(?:[*+-]|\d{1,3}\.)?(?=[ \t]|$)/, '')) &&
    !hasWords(after.replace(/\{:[^}]*\}|\\$/g, ''))
  )
}

function hasWords(markup: string): boolean {
  return markup.replace(/<[^<>]*>/g, '').trim() !== ''
}

/** Smaller pictures are icons. */
const smallestPoster = 100

function isPicture(tag: HtmlTag): boolean {
  const width = Number.parseInt(attribute(tag, 'width'), 10)
  const inPixels = !attribute(tag, 'width').endsWith('%')
  return tag.name === 'img' && !(inPixels && width < smallestPoster)
}
