/** Dates as people write them: `14 July`, `July 14th, 2015`, `2015-07-14`, `14.7.2015`, `14 juillet`, `7/14`. */
import { type NamedMonth, monthName, monthsByName } from './month-names.ts'

/** How a date is written: the text with its parts replaced, such as `D MMMM` or `MMMM Do, YYYY`. */
export interface DateFormat {
  /** Made of YYYY, YY, MMMM, MMM, MM, M, DD, D and Do; all else stands for itself. */
  readonly pattern: string
  readonly language: string
}

/** A date found in a text. */
export interface WrittenDate {
  /** ISO: a day, a month (`2018-06`) or a year (`2018`), as exact as written. */
  readonly date: string
  readonly from: number
  readonly to: number
  readonly format: DateFormat
}

const ordinal = '(?:st|nd|rd|th|er|º|ª|°)'

let knownForms: readonly RegExp[] | undefined

/** Each form, the exact ones first. Groups: y year, m month number, w month word, d day. */
function forms(): readonly RegExp[] {
  return (knownForms ??= formsWith(
    [...monthsByName().keys()]
      .toSorted((a, b) => b.length - a.length)
      .map(escapePattern)
      .join('|'),
  ))
}

function formsWith(monthWord: string): readonly RegExp[] {
  return [
    /(?<![\d./-])(?<y>\d{4})(?<s1>[-/.])(?<m>\d{1,2})\k<s1>(?<d>\d{1,2})(?![\d])/u,
    /(?<![\d])(?<y>\d{4})\s?年\s?(?<m>\d{1,2})\s?月(?:\s?(?<d>\d{1,2})\s?日)?/u,
    /(?<![\d])(?<y>\d{4})\s?년\s?(?<m>\d{1,2})\s?월(?:\s?(?<d>\d{1,2})\s?일)?/u,
    word(
      `(?<![\\d])(?<d>\\d{1,2})(?:(?<o>${ordinal})|\\.)?(?:\\s+(?:of|de|di)\\s+|[\\s-]+)(?<w>${monthWord})\\.?(?:(?:,|\\s+de|\\s+del)?[\\s-]+'?(?<y>\\d{4}|(?<=['-])\\d{2}))?(?![\\p{L}\\d]|:\\d)`,
    ),
    word(
      `(?<!\\p{L})(?<w>${monthWord})\\.?\\s+(?<d>\\d{1,2})(?<o>${ordinal})?(?:(?:,\\s*|\\s+)'?(?<y>\\d{4}|(?<=')\\d{2}))?(?![\\p{L}\\d]|:\\d)`,
    ),
    word(`(?<!\\p{L})(?<w>${monthWord})\\.?,?\\s+(?<y>\\d{4})(?!\\d)`),
    /(?<![\d./-])(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.(?:\s?(?<y>\d{4}|\d{2}))?(?![\d])/u,
    /(?<![\d./-])(?<a>\d{1,2})(?<s2>[/-])(?<b>\d{1,2})(?:\k<s2>(?<y>\d{4}|\d{2}))?(?![\d/-])/u,
    /(?<![\d./-])(?<y>\d{4})(?<s3>[-/])(?<m>0[1-9]|1[0-2])(?![\d/-])/u,
    /(?<![\d./:-])(?<y>(?:19|20)\d{2})(?![\d./:-]*\d)/u,
  ]
}

/**
 * The first date in a text.
 *
 * @param postDate ISO; where no year is written, it is the first day on or after this one
 */
export function findDate(text: string, postDate: string | undefined): WrittenDate | undefined {
  let best: WrittenDate | undefined
  for (const form of forms()) {
    const match = form.exec(text)
    const found = match && dateOf(match, postDate)
    if (found && (!best || found.from < best.from || (found.from === best.from && found.to > best.to)))
      best = found
  }
  return best
}

/** All dates in a text, in its order. */
export function findDates(text: string, postDate: string | undefined): WrittenDate[] {
  const found: WrittenDate[] = []
  let rest = text
  for (let date = findDate(rest, postDate); date; date = findDate(rest, postDate)) {
    found.push(date)
    rest = rest.slice(0, date.from) + ' '.repeat(date.to - date.from) + rest.slice(date.to)
  }
  return found.toSorted((a, b) => a.from - b.from)
}

/**
 * A day in the author's way. A pattern without a year gets one where it is not the post's, so that no reader wonders.
 *
 * @param postDate ISO; the day the post was published
 */
export function writeDate(date: string, format: DateFormat, postDate: string | undefined): string {
  const text = fill(date, format)
  const isSameYear = postDate === undefined || date.slice(0, 4) === postDate.slice(0, 4)
  return isSameYear || format.pattern.includes('Y') ? text : `${text} ${date.slice(0, 4)}`
}

/** `14 July` in a language: what a new section says where the author has no way of his own. */
export function defaultFormat(language: string): DateFormat {
  const parts = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).formatToParts(new Date('2015-07-14T00:00:00Z'))
  if (language === 'en') return { pattern: 'D MMMM', language }
  const pattern = parts.map(part =>
    part.type === 'day' ? 'D' : part.type === 'month' ? monthToken(part.value) : part.value,
  )
  return { pattern: pattern.join(''), language }
}

function monthToken(value: string): string {
  return /^\d+$/.test(value) ? 'M' : 'MMMM'
}

function dateOf(match: RegExpExecArray, postDate: string | undefined): WrittenDate | undefined {
  const groups = match.groups ?? {}
  const word = groups['w'] === undefined ? undefined : monthsByName().get(groups['w'].toLowerCase())
  const numbers = numberedParts(groups, word, postDate)
  const day = numbers.day === undefined ? undefined : Number(numbers.day)
  const month = word?.number ?? (numbers.month === undefined ? undefined : Number(numbers.month))
  const year = fullYear(groups['y'])
  const date = isoDate(year, month, day, postDate)
  if (date === undefined) return undefined
  const pattern = patternOf(match[0], groups, word, numbers)
  return {
    date,
    from: match.index,
    to: match.index + match[0].length,
    format: { pattern, language: word?.language ?? 'en' },
  }
}

interface NumberedParts {
  readonly day: string | undefined
  readonly month: string | undefined
  /** For `7/14`: the first is the day. */
  readonly isDayFirst?: boolean
}

function numberedParts(
  groups: Record<string, string | undefined>,
  word: NamedMonth | undefined,
  postDate: string | undefined,
): NumberedParts {
  const { a, b } = groups
  if (a === undefined || b === undefined) return { day: groups['d'], month: word ? undefined : groups['m'] }
  const isDayFirst = Number(a) > 12 || isOnlyDayFirst(a, b, fullYear(groups['y']), postDate)
  return isDayFirst ? { day: a, month: b, isDayFirst } : { day: b, month: a, isDayFirst }
}

/**
 * Whether `2/9/2014` can only be 2 September: nobody updates a post before it is published. What can be either is read
 * as Americans do.
 */
function isOnlyDayFirst(
  a: string,
  b: string,
  year: number | undefined,
  postDate: string | undefined,
): boolean {
  if (year === undefined || postDate === undefined) return false
  const monthFirst = isoDate(year, Number(a), Number(b), postDate)
  const dayFirst = isoDate(year, Number(b), Number(a), postDate)
  const day = postDate.slice(0, 10)
  return dayFirst !== undefined && dayFirst >= day && (monthFirst === undefined || monthFirst < day)
}

function fullYear(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function isoDate(
  year: number | undefined,
  month: number | undefined,
  day: number | undefined,
  postDate: string | undefined,
): string | undefined {
  if (month === undefined) return year === undefined ? undefined : String(year)
  if (month < 1 || month > 12) return undefined
  const inYear = day === undefined ? pad(month) : `${pad(month)}-${pad(day)}`
  if (year !== undefined)
    return day === undefined || isDay(year, month, day) ? `${year}-${inYear}` : undefined
  if (day === undefined || postDate === undefined) return undefined
  const postYear = Number(postDate.slice(0, 4))
  const guessed = inYear < postDate.slice(5, 10) ? postYear + 1 : postYear
  return isDay(guessed, month, day) ? `${guessed}-${inYear}` : undefined
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return day > 0 && date.getUTCMonth() === month - 1
}

function patternOf(
  text: string,
  groups: Record<string, string | undefined>,
  word: NamedMonth | undefined,
  { isDayFirst }: NumberedParts,
): string {
  let pattern = text
  const replace = (part: string | undefined, token: string, last = false): void => {
    if (part === undefined) return
    const at = last ? pattern.lastIndexOf(part) : pattern.indexOf(part)
    pattern = `${pattern.slice(0, at)}${token}${pattern.slice(at + part.length)}`
  }
  const year = groups['y']
  const isYearFirst = year !== undefined && text.startsWith(year)
  if (isYearFirst) replace(year, 'YYYY')
  if (word) replace(groups['w'], word.token)
  const numbers =
    groups['a'] === undefined
      ? orderedNumbers(text, groups)
      : ([
          [groups['a'], isDayFirst ? 'D' : 'M'],
          [groups['b'], isDayFirst ? 'M' : 'D'],
        ] as const)
  for (const [part, token] of numbers)
    replace(part, token.length === 1 && !groups['o'] && part!.startsWith('0') ? token + token : token)
  if (!isYearFirst) replace(year, year?.length === 2 ? 'YY' : 'YYYY', true)
  return groups['o'] ? pattern.replace(/D(?:st|nd|rd|th|er|º|ª|°)/u, 'Do') : pattern
}

/** Day and month numbers as they follow each other in the text; `07` tells of two digits, so does `2015-10-14`. */
function orderedNumbers(text: string, groups: Record<string, string | undefined>): [string, string][] {
  const { d, m } = groups
  const parts: [string, string][] = []
  if (m !== undefined && d !== undefined) {
    const isMonthFirst = text.startsWith(groups['y'] ?? '\0')
    const day: [string, string] = [d, 'D']
    const month: [string, string] = [m, 'M']
    parts.push(...(isMonthFirst ? [month, day] : [day, month]))
  } else if (m !== undefined) parts.push([m, 'M'])
  else if (d !== undefined) parts.push([d, 'D'])
  const isPadded = /^\d{4}[-/.]\d\d[-/.]\d\d$/.test(text)
  return isPadded ? parts.map(([part, token]) => [part, part.length === 2 ? token + token : token]) : parts
}

function fill(date: string, { pattern, language }: DateFormat): string {
  const [year = '', month = '01', day = '01'] = date.split('-')
  return pattern.replace(/YYYY|YY|MMMM|MMM|MM|M|DD|Do|D/g, token => {
    if (token === 'YYYY') return year
    if (token === 'YY') return year.slice(2)
    if (token === 'MMMM' || token === 'MMM') return monthName(Number(month), token, language)
    if (token === 'MM') return month
    if (token === 'M') return String(Number(month))
    if (token === 'DD') return day
    return String(Number(day)) + (token === 'Do' ? ordinalEnding(Number(day), language) : '')
  })
}

function ordinalEnding(day: number, language: string): string {
  if (language !== 'en') return language === 'fr' ? (day === 1 ? 'er' : '') : 'º'
  if (day >= 11 && day <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'
}

function word(pattern: string): RegExp {
  return new RegExp(pattern, 'iu')
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
