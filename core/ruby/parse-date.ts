/** What Ruby's `Date._parse` finds in a text. Absent parts were not there. */
export interface DateParts {
  year?: number
  month?: number
  day?: number
  dayOfYear?: number
  hour?: number
  minute?: number
  second?: number
  nanoseconds?: number
  zone?: string
}

interface Found extends DateParts {
  /** False where the year was written so that `14` means the year 14, not 2014. */
  completeYear?: boolean
  beforeChrist?: boolean
}

/** Finds one notation in the text, takes it out and notes what it says; undefined where it is not there. */
type Notation = (text: string, found: Found) => string | undefined

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const monthList = months.split('|')
const era = String.raw`(c(?:e|\.e\.)|b(?:ce|\.c\.e\.)|a(?:d|\.d\.)|b(?:c|\.c\.))?`

/**
 * Ruby's `Date._parse`: the parts of a date in whatever notation it is written. Ruby ext/date/date_parse.c: notations
 * are tried in this order, the first of the dates wins.
 */
export function parseDateParts(source: string): DateParts | undefined {
  if (source.length > 128) return undefined
  const printed = printedPattern.exec(source)
  if (printed) return readPrinted(printed)
  const found: Found = {}
  let text = source.replace(/[^-+',./:@\p{L}\p{N}[\]]+/gu, ' ')
  text = dayName(text, found) ?? text
  text = timeOfDay(text, found) ?? text
  for (const notation of dates) {
    const rest = notation(text, found)
    if (rest === undefined) continue
    text = rest
    break
  }
  text = beforeChrist(text, found) ?? text
  fragment(text, found)
  return finish(found)
}

/** A day, or a time as Ruby's `Time#to_s` prints it, which most dates are: the notations would find the same. */
const printedPattern = /^(\d{4})-(\d\d?)-(\d\d?)(?: (\d\d):(\d\d):(\d\d) (UTC|[-+]\d{4}))?$/

function readPrinted(printed: RegExpExecArray): DateParts {
  const [year, month, day, hour, minute, second] = printed.slice(1, 7).map(Number)
  const date = { year: year!, month: month!, day: day! }
  const zone = printed[7]
  return zone === undefined ? date : { ...date, hour: hour!, minute: minute!, second: second!, zone }
}

function finish(found: Found): DateParts {
  const { completeYear, beforeChrist: before, ...parts } = found
  if (before && parts.year !== undefined) parts.year = 1 - parts.year
  if (completeYear !== false && parts.year !== undefined && parts.year >= 0 && parts.year <= 99)
    parts.year += parts.year >= 69 ? 1900 : 2000
  return parts
}

function takeOut(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
}

function monthNumber(name: string): string {
  return String(monthList.indexOf(name.slice(0, 3).toLowerCase()) + 1)
}

const dayName: Notation = text => {
  const match = /\b(?:sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*/i.exec(text)
  return match ? takeOut(text, match) : undefined
}

const timePattern = new RegExp(
  String.raw`((?:\d+\s*:\s*\d+(?:\s*:\s*\d+(?:[,.]\d*)?)?|\d+\s*h(?:\s*\d+m?(?:\s*\d+s?)?)?)` +
    String.raw`(?:\s*[ap](?:m\b|\.m\.))?|\d+\s*[ap](?:m\b|\.m\.))` +
    String.raw`(?:\s*((?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?` +
    String.raw`|[\p{L}.\s]+(?:standard|daylight)\stime\b|\p{L}+(?:\sdst)?\b))?`,
  'iu',
)
const clockPattern =
  /^(\d+)\s*h?(?:\s*:?\s*(\d+)m?(?:\s*:?\s*(\d+)(?:[,.](\d*))?s?)?)?(?:\s*([ap])(?:m\b|\.m\.))?/i

const timeOfDay: Notation = (text, found) => {
  const match = timePattern.exec(text)
  if (!match) return undefined
  if (match[2] !== undefined) found.zone = match[2]
  const clock = clockPattern.exec(match[1]!)
  if (clock) {
    found.hour = Number(clock[1])
    if (clock[2] !== undefined) found.minute = Number(clock[2])
    if (clock[3] !== undefined) found.second = Number(clock[3])
    if (clock[4] !== undefined) found.nanoseconds = nanosecondsOf(clock[4])
    if (clock[5] !== undefined) found.hour = (found.hour % 12) + (clock[5].toLowerCase() === 'p' ? 12 : 0)
  }
  return takeOut(text, match)
}

function nanosecondsOf(digits: string): number {
  return Number(digits.padEnd(9, '0').slice(0, 9))
}

const europeanPattern = new RegExp(
  String.raw`('?\d+)[^-\d\s]*\s*(${months})[^-\d\s']*(?:\s*${era}\s*('?-?\d+(?:(?:st|nd|rd|th)\b)?))?`,
  'i',
)

const european: Notation = (text, found) => {
  const match = europeanPattern.exec(text)
  if (!match) return undefined
  setDate(found, match[4], monthNumber(match[2]!), match[1], isBeforeChrist(match[3]))
  return takeOut(text, match)
}

const americanPattern = new RegExp(
  String.raw`\b(${months})[^-\d\s']*\s*('?\d+)[^-\d\s']*(?:\s*,?\s*${era}\s*('?-?\d+))?`,
  'i',
)

const american: Notation = (text, found) => {
  const match = americanPattern.exec(text)
  if (!match) return undefined
  setDate(found, match[4], monthNumber(match[1]!), match[2], isBeforeChrist(match[3]))
  return takeOut(text, match)
}

function isBeforeChrist(name: string | undefined): boolean {
  return name !== undefined && /^b/i.test(name)
}

const iso: Notation = (text, found) => {
  const match = /('?[-+]?\d+)-(\d+)-('?-?\d+)/.exec(text)
  if (!match) return undefined
  setDate(found, match[1], match[2], match[3])
  return takeOut(text, match)
}

/** Japanese eras: the year before the first of each. */
const japaneseEras: Readonly<Record<string, number>> = { m: 1867, t: 1911, s: 1925, h: 1988, r: 2018 }

const japanese: Notation = (text, found) => {
  const match = /\b([mtshr])(\d+)\.(\d+)\.(\d+)/i.exec(text)
  if (!match) return undefined
  found.year = japaneseEras[match[1]!.toLowerCase()]! + Number(match[2])
  found.month = Number(match[3])
  found.day = Number(match[4])
  return takeOut(text, match)
}

const vmsDayFirst = new RegExp(String.raw`('?-?\d+)-(${months})[^-/.]*-('?-?\d+)`, 'i')
const vmsMonthFirst = new RegExp(String.raw`\b(${months})[^-/.]*-('?-?\d+)(?:-('?-?\d+))?`, 'i')

const vms: Notation = (text, found) => {
  const dayFirst = vmsDayFirst.exec(text)
  if (dayFirst) {
    setDate(found, dayFirst[3], monthNumber(dayFirst[2]!), dayFirst[1])
    return takeOut(text, dayFirst)
  }
  const monthFirst = vmsMonthFirst.exec(text)
  if (!monthFirst) return undefined
  setDate(found, monthFirst[3], monthNumber(monthFirst[1]!), monthFirst[2])
  return takeOut(text, monthFirst)
}

const slashes: Notation = (text, found) => {
  const match = /('?-?\d+)\/\s*('?\d+)(?:\D\s*('?-?\d+))?/.exec(text)
  if (!match) return undefined
  setDate(found, match[1], match[2], match[3])
  return takeOut(text, match)
}

const dots: Notation = (text, found) => {
  const match = /('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+)/.exec(text)
  if (!match) return undefined
  setDate(found, match[1], match[2], match[3])
  return takeOut(text, match)
}

/** Week dates, which give no day of a month, dates without a year, and days of the year. */
const isoOthers: Notation = (text, found) => {
  const week = /\b(?:\d{2}|\d{4})?-?w\d{2}(?:-?\d)?\b/i.exec(text) ?? /-w-\d\b/i.exec(text)
  if (week) return takeOut(text, week)
  const withoutYear = /--(\d{2})?-(\d{2})\b/.exec(text) ?? /--(\d{2})(\d{2})?\b/.exec(text)
  if (withoutYear) {
    if (withoutYear[1] !== undefined) found.month = Number(withoutYear[1])
    if (withoutYear[2] !== undefined) found.day = Number(withoutYear[2])
    return takeOut(text, withoutYear)
  }
  const ofYear = /[,.](?:\d{2}|\d{4})-\d{3}\b/.test(text) ? null : /\b(\d{2}|\d{4})-(\d{3})\b/.exec(text)
  if (!ofYear) return undefined
  found.year = Number(ofYear[1])
  found.dayOfYear = Number(ofYear[2])
  return takeOut(text, ofYear)
}

const yearAlone: Notation = (text, found) => {
  const match = /'(\d+)\b/.exec(text)
  if (!match) return undefined
  found.year = Number(match[1])
  return takeOut(text, match)
}

const monthAlonePattern = new RegExp(String.raw`\b(${months})\S*`, 'i')

const monthAlone: Notation = (text, found) => {
  const match = monthAlonePattern.exec(text)
  if (!match) return undefined
  found.month = Number(monthNumber(match[1]!))
  return takeOut(text, match)
}

const dayAlone: Notation = (text, found) => {
  const match = /(\d+)(?:st|nd|rd|th)\b/i.exec(text)
  if (!match) return undefined
  found.day = Number(match[1])
  return takeOut(text, match)
}

const digitsPattern = /([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?(z\b|[-+]\d{1,4}\b)?/i

/** Digits run together, such as `20140306` or `20140306T2330`. */
const digits: Notation = (text, found) => {
  const match = digitsPattern.exec(text)
  if (!match) return undefined
  const [, sign = '', run = '', clock, decimals, zone] = match
  if (clock === undefined && decimals !== undefined) readFromSeconds(run, sign, found)
  else readFromYear(run, sign, found)
  if (clock !== undefined) readClock(clock, decimals !== undefined, found)
  if (decimals !== undefined) found.nanoseconds = nanosecondsOf(decimals)
  if (zone !== undefined) found.zone = zone
  return takeOut(text, match)
}

function readFromYear(run: string, sign: string, found: Found): void {
  const part = (from: number, length: number): number => Number(run.slice(from, from + length))
  if (run.length === 2) found.day = part(0, 2)
  else if (run.length === 3) found.dayOfYear = part(0, 3)
  else if (run.length === 4) Object.assign(found, { month: part(0, 2), day: part(2, 2) })
  else if (run.length === 5)
    Object.assign(found, { year: Number(sign + run.slice(0, 2)), dayOfYear: part(2, 3) })
  else if (run.length === 6)
    Object.assign(found, { year: Number(sign + run.slice(0, 2)), month: part(2, 2), day: part(4, 2) })
  else if (run.length === 7)
    Object.assign(found, { year: Number(sign + run.slice(0, 4)), dayOfYear: part(4, 3) })
  else if (run.length % 2 === 0) {
    Object.assign(found, { year: Number(sign + run.slice(0, 4)), month: part(4, 2), day: part(6, 2) })
    if (run.length >= 10) found.hour = part(8, 2)
    if (run.length >= 12) found.minute = part(10, 2)
    if (run.length >= 14) found.second = part(12, 2)
    found.completeYear = false
  }
}

/** Digits before decimals and without a clock count from the right: seconds, minutes, hours, day, month, year. */
function readFromSeconds(run: string, sign: string, found: Found): void {
  found.second = Number(run.slice(-2))
  if (run.length >= 3) found.minute = Number(run.slice(Math.max(0, run.length - 4), run.length - 2))
  if (run.length >= 5) found.hour = Number(run.slice(Math.max(0, run.length - 6), run.length - 4))
  if (run.length >= 7) found.day = Number(run.slice(Math.max(0, run.length - 8), run.length - 6))
  if (run.length >= 10) found.month = Number(run.slice(run.length - 10, run.length - 8))
  if (run.length === 12) found.year = Number(sign + run.slice(0, 2))
  if (run.length === 14) {
    found.year = Number(sign + run.slice(0, 4))
    found.completeYear = false
  }
}

function readClock(clock: string, fromRight: boolean, found: Found): void {
  if (clock.length % 2 !== 0) return
  const pairs = clock.match(/../g)!.map(Number)
  const names = fromRight
    ? (['hour', 'minute', 'second'] as const).slice(-pairs.length)
    : (['hour', 'minute', 'second'] as const)
  for (const [index, value] of pairs.entries()) found[names[index]!] = value
}

const beforeChrist: Notation = (text, found) => {
  const match = /\b(?:bc\b|bce\b|b\.c\.|b\.c\.e\.)/i.exec(text)
  if (!match) return undefined
  found.beforeChrist = true
  return takeOut(text, match)
}

/** A lone number left over is the day beside a time, or the hour beside a day. */
const fragment: Notation = (text, found) => {
  const match = /^\s*(\d{1,2})\s*$/.exec(text)
  if (!match) return undefined
  const value = Number(match[1])
  if (found.hour !== undefined && found.day === undefined && value >= 1 && value <= 31) found.day = value
  if (found.day !== undefined && found.hour === undefined && value <= 24) found.hour = value
  return takeOut(text, match)
}

const dates: readonly Notation[] = [
  european,
  american,
  iso,
  japanese,
  vms,
  slashes,
  dots,
  isoOthers,
  yearAlone,
  monthAlone,
  dayAlone,
  digits,
]

/** Ruby's s3e: settles which of three numbers is the year, the month and the day by how they are written. */
function setDate(
  found: Found,
  first: string | undefined,
  second: string | undefined,
  third: string | undefined,
  isBefore = false,
): void {
  let [year, month, day] = [first, second, third]
  if (year !== undefined && month !== undefined && day === undefined) [year, month, day] = [day, year, month]
  if (year === undefined) {
    if (day !== undefined && day.length > 2) [year, day] = [day, year]
    if (day?.startsWith("'")) [year, day] = [day, year]
  }
  if (year !== undefined) {
    const suffixed = /^[^\d]*(\d+)(.+)?/.exec(year)
    if (suffixed?.[2] !== undefined) [year, day] = [day, suffixed[1]]
  }
  if (month !== undefined && (month.startsWith("'") || month.length > 2))
    [year, month, day] = [month, day, year]
  if (day !== undefined && (day.startsWith("'") || day.length > 2)) [year, day] = [day, year]
  if (year !== undefined) {
    const number = /([-+])?(\d+)/.exec(year)!
    if (number[1] !== undefined || number[2]!.length > 2 || year.startsWith("'")) found.completeYear = false
    found.year = Number(number[0])
  }
  if (month !== undefined) found.month = Number(/\d+/.exec(month)![0])
  if (day !== undefined) found.day = Number(/\d+/.exec(day)![0])
  if (isBefore) found.beforeChrist = true
}
