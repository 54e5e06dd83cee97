/** The marker an update begins with: `### Update — 14 July`, `**UPDATE (2014-05-14):**`, `Edit:`, `*Update 2:*`. */
import { languages } from './languages.ts'
import { type WrittenDate, findDate } from './written-date.ts'

/** What a line says of itself; offsets count from the line's start. */
export interface Marker {
  readonly word: string
  readonly number: number | undefined
  readonly written: WrittenDate | undefined
  readonly from: number
  /** Where the marker's own text ends: after the date, the colon and the markup around them. */
  readonly to: number
  /** Whether more text follows on the line. */
  readonly hasText: boolean
  readonly isDecorated: boolean
  /** A colon, an exclamation mark or a bracket closes the marker. */
  readonly isClosed: boolean
}

const words = languages.flatMap(language => language.markers).toSorted((a, b) => b.length - a.length)
const leadIn =
  '(?:(?:an?|the|small|quick|short|brief|another|late|later|final|new|important|recent|second|third|minor)\\s+){0,3}'
/** Emphasis, brackets, code marks and HTML tags around the marker. */
const decoration =
  '(?:\\*{1,3}|_{1,3}|~~|`|\\\\?\\[|[(（【]|<(?:strong|b|em|i|u|ins|del|mark|span|small|font)\\b[^>]*>)'
const closing =
  '(?:\\*{1,4}|_{1,3}|~~|`|\\\\?\\]|[)）】]|<\\/(?:strong|b|em|i|u|ins|del|mark|span|small|font)>)'

const opening = new RegExp(
  `(?<open>${decoration}(?:\\s?${decoration}){0,3})?(?<lead>${leadIn})(?<word>${words.join('|')})(?![\\p{L}_-])`,
  'iuy',
)
const markerNumber = /\s*#?(?<number>\d{1,2})(?![\d/.:-]*\d)(?![\s-]+\p{L}{3,})/uy
const beforeDate = new RegExp(
  `^(?:\\s|${closing}|${decoration}|[-—–:,：|]|\\b(?:on|in|as of|from|at|le|du|au|am|vom|zum|del?|el|en|den|dne|do|da|the)\\b)*$`,
  'iu',
)
const timeOfDay =
  /^,?\s*(?:at\s+)?\d{1,2}(?::\d\d){1,2}(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:UTC|GMT|[A-Z]{2,4}T)\b)?/i
const aside = new RegExp(`^\\s*\\([^()]{1,60}\\)(?=\\s*(?:${closing}|[:：]))`, 'iu')
const ending = new RegExp(`^(?:\\s?(?:${closing}|[:：!])|\\s?[—–-]{1,3}(?=\\s|$)|[.,](?=\\s|$|[*_]))*`, 'iu')

/** Reads a marker at an offset of a line; undefined where no marker word stands there. */
export function readMarker(line: string, from: number, postDate: string | undefined): Marker | undefined {
  opening.lastIndex = from
  const opened = opening.exec(line)
  const word = opened?.groups?.['word']
  if (!opened || word === undefined) return undefined
  let to = opening.lastIndex
  markerNumber.lastIndex = to
  const numbered = markerNumber.exec(line)
  if (numbered) to = markerNumber.lastIndex
  const closedAt = to
  const found = findDate(line.slice(to, to + 60), postDate)
  const written = found && beforeDate.test(line.slice(to, to + found.from)) ? shift(found, to) : undefined
  if (written) to = written.to
  to += timeAfter(line, to)
  to += aside.exec(line.slice(to))?.[0].length ?? 0
  to += ending.exec(line.slice(to))?.[0].length ?? 0
  const number = numbered?.groups?.['number']
  return {
    word,
    number: number === undefined ? undefined : Number(number),
    written,
    from,
    to,
    hasText: /[\p{L}\p{N}]/u.test(line.slice(to).replace(/<[^>]*>|\{:[^}]*\}/g, '')),
    isDecorated: opened.groups?.['open'] !== undefined,
    isClosed: /[:：!\])—–-]/.test(line.slice(closedAt, to)),
  }
}

/** The length of a time after a date, as in `2/4 1:06 AM`; it is no day, so it tells nothing more. */
function timeAfter(line: string, offset: number): number {
  const blanks = /\s*/.exec(line.slice(offset))![0].length
  const time = timeOfDay.exec(line.slice(offset + blanks))
  return time ? blanks + time[0].length : 0
}

function shift(date: WrittenDate, by: number): WrittenDate {
  return { ...date, from: date.from + by, to: date.to + by }
}
