import type { Span } from '../../text/index.ts'
import { definitionsAtEnd } from './places.ts'
import { findBanner } from './find-banner.ts'
import { headingIds } from './heading-ids.ts'
import { type Marker, readMarker } from './marker.ts'
import { readPostDate } from './post-date.ts'
import { type ProseLine, proseLines } from './prose.ts'
import { gathersUpdates, updateEntries } from './update-list.ts'
import type { FoundUpdates, Update, UpdateForm } from './update.ts'
import { findDate } from './written-date.ts'

export interface FindUpdatesOptions {
  /** The day in the file's name, ISO: years left out are guessed from it where the front matter has no `date`. */
  readonly postDate?: string
}

/**
 * The updates of a post, in the order of the source, and its banner. Never throws.
 *
 * What counts as an update is told in tests/labels/README.md.
 */
export function findUpdates(source: string, options: FindUpdatesOptions = {}): FoundUpdates {
  const postDate = readPostDate(source) ?? options.postDate
  const post: PostLines = { source, postDate, lines: proseLines(source), end: definitionsAtEnd(source) }
  const candidates = post.lines.flatMap((_, index) => onLine(post, index))
  const banner = findBanner(post.lines, postDate, candidates.length > 0)
  const kept = candidates.filter(found => !banner || found.at < banner.span.from || found.at > banner.span.to)
  const accepted = kept.filter(found => found.form !== 'heading' || isUpdateHeading(post, found, kept))
  const ids = accepted.some(found => found.form === 'heading')
    ? headingIds(source)
    : new Map<number, string>()
  const updates = accepted.map(found => withEntries(post, toUpdate(post, found, accepted, ids)))
  return { updates, banner: banner ?? null }
}

/** A section that gathers updates is as new as its newest entry. */
function withEntries({ source, postDate }: PostLines, update: Update): Update {
  if (!gathersUpdates(update)) return update
  const days = updateEntries(source, update, postDate).map(entry => entry.date)
  return { ...update, date: days.toSorted().at(-1) ?? null }
}

interface PostLines {
  readonly source: string
  readonly postDate: string | undefined
  readonly lines: readonly ProseLine[]
  /** Where the definitions that end the file begin. */
  readonly end: number
}

interface Candidate {
  readonly form: UpdateForm
  readonly level: number
  readonly index: number
  readonly marker: Marker
  /** Offset of the marker in the source. */
  readonly at: number
}

const heading = /^ {0,3}(#{1,6})[ \t]*(?=\S)|^\s*<h([1-6])\b[^>]*>\s*/i
const setext = /^ {0,3}(?:=+|-+)[ \t]*$/
/** What may stand before a marker: quotation marks, list bullets, block tags, pictures of a character. */
const prefix =
  /^(?:\s|>|[*+-]\s+(?=\S)|\d+[.)]\s+|<(?:p|div|blockquote|li|section|aside|article|td|center|br)\b[^>]*>|[^\p{L}\p{N}\s*_[(<`#~\\>|{!-])*/iu
const bullet = /^\s*(?:>\s*)*(?:[*+-]|\d+[.)])\s+/
const sentenceEnd = /[.!?…:)\]"”»*_>]\s*$/

function onLine(post: PostLines, index: number): Candidate[] {
  const line = post.lines[index]!
  if (line.isBlank || line.from >= post.end || /^\s*\||^ {0,3}\[[^\]]+\]:/.test(line.text)) return []
  return headingAt(post, index) ?? leading(post, index) ?? notes(post, index)
}

function headingAt(post: PostLines, index: number): Candidate[] | undefined {
  const { text, from } = post.lines[index]!
  const level = headingLevel(post.lines, index)
  if (level === 0) return undefined
  const start = heading.exec(text)?.[0].length ?? 0
  const marker = readMarker(text, start, post.postDate)
  if (!marker || (isLinkText(text, marker) && !marker.written)) return []
  return [{ form: 'heading', level, index, marker, at: from }]
}

/** The level of a heading on this line, ATX, underlined or HTML; 0 where there is none. */
function headingLevel(lines: readonly ProseLine[], index: number): number {
  const { text } = lines[index]!
  const match = heading.exec(text)
  if (match) return match[1]?.length ?? Number(match[2])
  const next = lines[index + 1]
  const above = lines[index - 1]
  if (!next || !setext.test(next.text) || (above && !above.isBlank) || /^\s*[>*+-]/.test(text)) return 0
  return next.text.trim().startsWith('=') ? 1 : 2
}

/** A marker a paragraph, a list item or a quotation begins with. */
function leading(post: PostLines, index: number): Candidate[] | undefined {
  const { text, from } = post.lines[index]!
  const start = prefix.exec(text)?.[0].length ?? 0
  const marker = readMarker(text, start, post.postDate) ?? postscript(text, start, post.postDate)
  if (!marker || !isLeading(post, index, marker) || isLinkText(text, marker)) return undefined
  return [{ form: 'paragraph', level: 0, index, marker, at: from + start }]
}

function isLeading(post: PostLines, index: number, marker: Marker): boolean {
  const { text } = post.lines[index]!
  const rest = text.slice(marker.to).trimStart()
  const isItem = bullet.test(text)
  const isStart = isItem || startsParagraph(post.lines, index)
  if (isItem && hasLabelledSiblings(post.lines, index)) return false
  if (marker.isDecorated) {
    if (!isStart && !marker.isClosed) return false
    return marker.isClosed || marker.written !== undefined || !marker.hasText || /^[\p{Lu}[]/u.test(rest)
  }
  if (!marker.hasText && !marker.isClosed) return false
  const isCapital = /^\p{Lu}|^[^\p{Lu}\p{Ll}]/u.test(marker.word)
  if (!isStart && !(isCapital && /:/.test(text.slice(0, marker.to)) && endsSentence(post.lines, index)))
    return false
  if (isItem && !isCapital) return false
  return marker.isClosed || (marker.written !== undefined && marker.written.date.length > 4)
}

function startsParagraph(lines: readonly ProseLine[], index: number): boolean {
  const above = lines[index - 1]
  if (!above || above.isBlank) return true
  const { text } = lines[index]!
  if (/^\s*<(?:p|div|blockquote|li|td)\b/i.test(text)) return true
  if (
    /<\/(?:p|div|blockquote|ul|ol|table|h[1-6])>\s*$|<br\s*\/?>\s*$|^\s*<(?:div|blockquote|aside)\b[^>]*>\s*$/i.test(
      above.text,
    )
  )
    return true
  if (/^\s*\{[:%]|%\}\s*$/.test(above.text)) return true
  return (
    /^\s*>/.test(text) !== /^\s*>/.test(above.text) ||
    headingLevel(lines, index - 1) > 0 ||
    /^\s*>\s*$/.test(above.text)
  )
}

function endsSentence(lines: readonly ProseLine[], index: number): boolean {
  return sentenceEnd.test(lines[index - 1]?.text ?? '')
}

/** `- **Create:** …` beside `- **Update:** …`: a list of labels, none of which is news. */
function hasLabelledSiblings(lines: readonly ProseLine[], index: number): boolean {
  const indent = bullet.exec(lines[index]!.text)![0].search(/\S/)
  const isSibling = (line: ProseLine): boolean =>
    bullet.test(line.text) && bullet.exec(line.text)![0].search(/\S/) === indent
  const isLabelled = (line: ProseLine): boolean =>
    isSibling(line) &&
    /^\s*(?:[*+-]|\d+[.)])\s+(?:[*_`]{1,3}[^*_`:]{1,30}(?::[*_`]{1,3}|[*_`]{1,3}\s*[:(—–-])|\p{Lu}[\p{L} ]{0,18}:\s)/u.test(
      line.text,
    )
  const around = [...walk(lines, index, -1), ...walk(lines, index, 1)]
  return around.some(
    line =>
      isLabelled(line) && readMarker(line.text, bullet.exec(line.text)![0].length, undefined) === undefined,
  )
}

/** The lines of the same list before or after one. */
function* walk(lines: readonly ProseLine[], index: number, step: -1 | 1): Generator<ProseLine> {
  let blanks = 0
  for (let at = index + step; lines[at] && blanks < 2; at += step) {
    const line = lines[at]!
    if (line.isBlank) blanks++
    else {
      if (blanks > 0 && !bullet.test(line.text) && !/^\s/.test(line.text)) return
      blanks = 0
      yield line
    }
  }
}

/** `[Update: new release](url)` is the text of a link. */
function isLinkText(text: string, marker: Marker): boolean {
  const bracket = /^[*_]{0,3}\[/.exec(text.slice(marker.from))
  if (!bracket || text[marker.from - 1] === '\\') return false
  let depth = 0
  for (let offset = marker.from; offset < text.length; offset++) {
    if (text[offset] === '[') depth++
    if (text[offset] === ']' && --depth === 0) return /[([]/.test(text[offset + 1] ?? '')
  }
  return false
}

/** A postscript counts where it bears a day after the post's. */
function postscript(text: string, start: number, postDate: string | undefined): Marker | undefined {
  const match = /^(?:[*_]{0,3})(P\.?P?\.?S\.?|Postscript)(?![\p{L}])[*_]{0,3}[:：.]?[*_]{0,3}\s*/iu.exec(
    text.slice(start),
  )
  if (!match?.[1]) return undefined
  const found = findDate(text.slice(start, start + 60), postDate)
  if (!found || (postDate !== undefined && found.date <= postDate.slice(0, 10))) return undefined
  const written = { ...found, from: found.from + start, to: found.to + start }
  return {
    word: match[1],
    number: undefined,
    written,
    from: start,
    to: start + match[0].length,
    hasText: true,
    isDecorated: false,
    isClosed: true,
  }
}

const noteMarkup = String.raw`(?:[*_]{1,3}|<(?:strong|b|em|i)>|\\?[([])`
const noteStart = new RegExp(
  [
    String.raw`(?<=^|[\s(~>”"])(?:${noteMarkup}){1,3}(?=\p{L})`,
    String.raw`(?<=[.!?…)\]"”*]\s+)(?=(?:Edit|EDIT|Update|UPDATE)\b)`,
  ].join('|'),
  'gu',
)

/** Markers in the middle of a paragraph: `(edit: …)`, `**Update:** …`, `… Edit: …` after a sentence. */
function notes(post: PostLines, index: number): Candidate[] {
  const { from } = post.lines[index]!
  const text = post.lines[index]!.text.replace(/`[^`]*`/g, code => ' '.repeat(code.length))
  const found: Candidate[] = []
  const start = prefix.exec(text)?.[0].length ?? 0
  for (const match of text.matchAll(noteStart)) {
    // What begins the line was looked at as a paragraph already.
    if (match.index <= start) continue
    const marker =
      readMarker(text, match.index, post.postDate) ??
      readMarker(text, match.index + match[0].length, post.postDate)
    if (!marker || (!marker.hasText && !marker.written) || isLinkText(text, { ...marker, from: match.index }))
      continue
    if (found.some(other => marker.from < other.marker.to)) continue
    if (/[:：]/.test(text.slice(marker.from, marker.to)))
      found.push({
        form: 'note',
        level: 0,
        index,
        marker: { ...marker, from: match.index },
        at: from + match.index,
      })
  }
  return found
}

const trailing =
  /^(?:footnotes?|references?|notes?|acknowledge?ments?|thanks|comments?|links?|resources|further reading|see also|related|sources|bibliography|conclusions?)\b/i
const crud =
  /^(?:create|read|delete|remove|insert|select|list|get|install|add|edit|show|index|destroy|render|draw|train|forward|backward)\b/i

/** A heading says by a date, a number or a colon that it is an update; a bare one by standing at the end. */
function isUpdateHeading(post: PostLines, found: Candidate, all: readonly Candidate[]): boolean {
  const { marker, level, index } = found
  const others = headings(post).filter(other => other.index !== index)
  if (marker.written || marker.number !== undefined) return true
  const isNamed = others.some(other => other.level === level && crud.test(other.text))
  if (isNamed) return false
  if (marker.isDecorated || marker.isClosed) return true
  if (marker.hasText) return false
  if (/^(?:addend|errat|nachtr|追記|adend)/i.test(marker.word)) return true
  const isOurs = (at: number): boolean => all.some(other => other.index === at)
  return others
    .filter(other => other.index > index && other.level <= level)
    .every(other => isOurs(other.index) || trailing.test(other.text))
}

function headings(post: PostLines): { index: number; level: number; text: string }[] {
  return post.lines.flatMap((line, index) => {
    const level = headingLevel(post.lines, index)
    return level === 0 ? [] : [{ index, level, text: line.text.replace(heading, '').trim() }]
  })
}

function toUpdate(
  post: PostLines,
  found: Candidate,
  all: readonly Candidate[],
  ids: ReadonlyMap<number, string>,
): Update {
  const line = post.lines[found.index]!
  const { marker, form } = found
  const written = marker.written && {
    ...marker.written,
    from: line.from + marker.written.from,
    to: line.from + marker.written.to,
  }
  const isHeading = form === 'heading'
  return {
    date: marker.written?.date ?? null,
    heading: plainText(isHeading ? line.text.replace(heading, '') : line.text.slice(marker.from, marker.to)),
    line: line.line,
    id: isHeading ? (ids.get(line.from) ?? null) : null,
    form,
    level: found.level,
    number: marker.number,
    word: marker.word,
    marker: {
      from: isHeading ? line.from : line.from + marker.from,
      to: isHeading ? line.to : line.from + marker.to,
    },
    written,
    span: spanOf(post, found, all),
  }
}

function spanOf(post: PostLines, found: Candidate, all: readonly Candidate[]): Span {
  const { lines, end } = post
  const first = lines[found.index]!
  if (found.form === 'note') return { from: found.at, to: first.to }
  const isSection = found.form === 'heading' || !found.marker.hasText
  const stops = (index: number): boolean => {
    const line = lines[index]!
    if (line.from >= end) return true
    if (isSection) {
      const level = headingLevel(lines, index)
      if (level > 0 && (found.level === 0 || level <= found.level)) return true
      return found.level === 0 && all.some(other => other.index === index)
    }
    return line.isBlank || (index > found.index && all.some(other => other.index === index))
  }
  let last = found.index
  for (let index = found.index + 1; index < lines.length && !stops(index); index++)
    if (post.source.slice(lines[index]!.from, lines[index]!.to).trim() !== '') last = index
  return {
    from: found.form === 'heading' ? first.from : found.at,
    to: lineTextEnd(post.source, lines[last]!),
  }
}

/** The end of a line's own text; the prose line ends where blanked text does. */
function lineTextEnd(source: string, line: ProseLine): number {
  const newline = source.indexOf('\n', line.from)
  const end = newline < 0 ? source.length : newline
  return source[end - 1] === '\r' && end > line.from ? end - 1 : end
}

/** A marker's text without its markup. */
function plainText(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, '')
    .replace(/[ \t]+#+[ \t]*$/, '')
    .replace(/[*~`]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\{[:#][^}]*\}/g, '')
    .trim()
}
