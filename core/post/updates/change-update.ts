import { LecternError } from '../../errors.ts'
import { type EditResult, type Span, type TextEdit, applyEdits, sliceSpan } from '../../text/index.ts'
import { findUpdates } from './find-updates.ts'
import { insertBlock } from './insert-block.ts'
import { endOfSection, lineStart, orderOfDays, placeAmong } from './section-order.ts'
import { withBanner } from './sync-banner.ts'
import { yearBase } from './update-style.ts'
import type { Update } from './update.ts'
import { defaultFormat, writeDate } from './written-date.ts'

export interface ChangeUpdateOptions {
  /** The day in the file's name, ISO, for posts without `date` in the front matter. */
  readonly postDate?: string
}

/** Takes an update out with the blank line beside it; the banner then names what is left, or goes with the last. */
export function removeUpdate(source: string, update: Update, options: ChangeUpdateOptions = {}): EditResult {
  const { from, to } = removalSpan(source, update)
  const edits = withBanner(source, [{ from, to, insert: '' }], undefined, yearBase(source, options.postDate))
  return { edits }
}

/**
 * Gives an update another day, written as its day is written now, and moves its section where the post's order wants
 * it. The banner follows.
 *
 * @throws LecternError 'post.bad-date'
 */
export function redateUpdate(
  source: string,
  update: Update,
  date: string,
  options: ChangeUpdateOptions = {},
): EditResult {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || Number.isNaN(Date.parse(date)))
    throw new LecternError('post.bad-date', [date])
  const postDate = yearBase(source, options.postDate)
  const dateEdit = redated(source, update, date, postDate)
  const moved = movedEdits(source, update, date, dateEdit)
  return { edits: withBanner(source, moved ?? [dateEdit], undefined, postDate) }
}

/** Gives the heading of an update other words after its date; the rest stays. */
export function retitleUpdate(source: string, update: Update, title: string): EditResult {
  const { from, to, separator } = titlePlace(source, update)
  const insert = title.trim() === '' ? '' : (separator || ': ') + title.trim()
  const edits = withBanner(source, [{ from, to, insert }], undefined, yearBase(source, undefined))
  return { edits }
}

/** The words of a heading after its date; undefined for updates without a heading of their own to hold any. */
export function titleOfUpdate(source: string, update: Update): string | undefined {
  if (update.form !== 'heading' || !/^ {0,3}#/.test(sliceSpan(source, update.marker))) return undefined
  const { from, to, separator } = titlePlace(source, update)
  return source.slice(from + separator.length, to)
}

/** Separator and title; closing `#` and an attribute list after them stay. */
function titlePlace(source: string, update: Update): Span & { readonly separator: string } {
  const start = update.written?.to ?? wordEnd(source, update)
  const rest = source.slice(start, update.marker.to)
  const closers = /^[)\]*_]*/.exec(rest)![0].length
  const ending = /(?:[ \t]+#+)?(?:[ \t]*\{[:#][^}]*\})?[ \t]*$/.exec(rest.slice(closers))![0].length
  const from = start + closers
  const to = update.marker.to - ending
  const separator = /^(?:\s*[:：]\s*|\s+[—–-]+\s+)/.exec(source.slice(from, to))?.[0] ?? ''
  return { from, to, separator }
}

function redated(source: string, update: Update, date: string, postDate: string | undefined): TextEdit {
  if (update.written) {
    const insert = writeDate(date, update.written.format, postDate)
    return { from: update.written.from, to: update.written.to, insert }
  }
  const text = writeDate(date, defaultFormat('en'), postDate)
  const at = wordEnd(source, update)
  return { from: at, to: at, insert: update.form === 'heading' ? ` — ${text}` : ` (${text})` }
}

function wordEnd(source: string, update: Update): number {
  const marker = sliceSpan(source, update.marker)
  const word = marker.indexOf(update.word) + update.word.length
  const number = update.number === undefined ? 0 : (/^\s*#?\d+/.exec(marker.slice(word))?.[0].length ?? 0)
  return update.marker.from + word + number
}

/** The edits that take a section to its place in the order; undefined where it stands there already. */
function movedEdits(
  source: string,
  update: Update,
  date: string,
  dateEdit: TextEdit,
): TextEdit[] | undefined {
  if (update.form !== 'heading') return undefined
  const sections = findUpdates(source).updates.filter(
    other => other.form === 'heading' && other.level === update.level,
  )
  const others = sections.filter(other => other.marker.from !== update.marker.from)
  const order = orderOfDays(sections) ?? 'newest-last'
  const at = placeAmong(source, others, order, date)
  const removed = removalSpan(source, update)
  const previous = others.findLast(other => other.span.to <= update.span.from)
  const stays =
    at === undefined ||
    (previous && at === endOfSection(source, previous)) ||
    (at >= removed.from && at <= removed.to)
  if (stays) return undefined
  const content = applyEdits(sliceSpan(source, update.span), [
    { from: dateEdit.from - update.span.from, to: dateEdit.to - update.span.from, insert: dateEdit.insert },
  ])
  const { from, to, insert } = insertBlock(source, at, content)
  return [
    { ...removed, insert: '' },
    { from, to, insert },
  ]
}

/** The update and the blank line after it; the one before it where it ends the text. */
function removalSpan(source: string, { form, span, marker }: Update): Span {
  if (form === 'note') return span
  const start = lineStart(source, marker.from)
  const from = /^(?:\s|>|[*+-]\s)*$/.test(source.slice(start, marker.from)) ? start : marker.from
  const following = /^(?:[ \t]*\r?\n)*/.exec(source.slice(span.to))![0]
  if (span.to + following.length < source.length) {
    // A section without words yet has its empty line below the heading; it goes too.
    const isEmpty = span.to === marker.to
    const blank = isEmpty ? following : (/^[ \t]*\r?\n(?:[ \t]*\r?\n)?/.exec(following)?.[0] ?? '')
    return { from, to: span.to + blank.length }
  }
  const before = /(?:\r?\n[ \t]*)+$/.exec(source.slice(0, from))?.[0].length ?? 0
  const lastNewline = /\r?\n$/.exec(following)?.[0].length ?? 0
  return { from: from - before, to: span.to + following.length - lastNewline }
}
