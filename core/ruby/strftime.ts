import { dayOfYear, daysFromCivil, isoWeek, weekday } from './calendar.ts'
import { RubyDate } from './date.ts'
import { type RubyTime, yearText } from './time.ts'

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly nanoseconds: number
  readonly epochSeconds: number
  readonly offset: number
  /** Asked for only where it is printed: zones take time to name. */
  readonly zoneName: () => string
  readonly isDate: boolean
}

interface Padding {
  readonly character: '0' | ' ' | ''
  readonly width: number
}

/** What one conversion gives: a number with its usual padding, or a text. */
type Field = { readonly number: number; readonly pad: '0' | ' '; readonly width: number } | string

/**
 * Ruby's `Time#strftime` and `Date#strftime`: every conversion, with the flags `-`, `0`, `^`, `#`, `_`, `:` and a width.
 * An unknown conversion stays as written.
 */
export function strftime(value: RubyTime | RubyDate, format: string): string {
  const moment = momentOf(value)
  return format.replace(
    /%([-0^#_:]*)(\d*)([EO]?)([A-Za-z+%])/g,
    (whole, flags: string, width: string, _, conversion: string) =>
      formatOne(moment, flags, Math.min(Number(width), 1024), conversion) ?? whole,
  )
}

function momentOf(value: RubyTime | RubyDate): Moment {
  if (value instanceof RubyDate) {
    const epochSeconds = daysFromCivil(value.year, value.month, value.day) * 86_400
    const clock = {
      hour: 0,
      minute: 0,
      second: 0,
      nanoseconds: 0,
      offset: 0,
      zoneName: () => '+00:00',
      isDate: true,
    }
    return { year: value.year, month: value.month, day: value.day, epochSeconds, ...clock }
  }
  return {
    ...value.civil,
    nanoseconds: value.nanoseconds,
    epochSeconds: value.epochSeconds,
    offset: value.offset,
    zoneName: () => value.zone.abbreviationAt(value.epochSeconds) ?? '',
    isDate: false,
  }
}

function formatOne(moment: Moment, flags: string, width: number, conversion: string): string | undefined {
  if (conversion === 'z') return zoneOffset(moment.offset, flags, width)
  if (conversion === 'N' || conversion === 'L') return fraction(moment.nanoseconds, conversion, width)
  const field = fieldOf(moment, conversion)
  if (field === undefined) return undefined
  if (typeof field === 'string') return padText(changeCase(field, flags, conversion), flags, width)
  return padNumber(field.number, {
    character: paddingCharacter(flags, field.pad),
    width: flags.includes('-') ? 0 : width || field.width,
  })
}

function fieldOf(moment: Moment, conversion: string): Field | undefined {
  const { year, month, day, hour, minute, second } = moment
  const date = [year, month, day] as const
  const zeros = (number: number, width: number): Field => ({ number, pad: '0', width })
  const spaces = (number: number, width: number): Field => ({ number, pad: ' ', width })
  const nested = (format: string): string =>
    format.replace(/%(-?)([A-Za-z])/g, (_, flags: string, inner: string) =>
      formatOne(moment, flags, 0, inner)!,
    )
  switch (conversion) {
    case 'Y':
      return zeros(year, year < 0 ? 5 : 4)
    case 'C':
      return zeros(Math.floor(year / 100), 2)
    case 'y':
      return zeros(((year % 100) + 100) % 100, 2)
    case 'm':
      return zeros(month, 2)
    case 'B':
      return monthNames[month - 1]!
    case 'b':
    case 'h':
      return monthNames[month - 1]!.slice(0, 3)
    case 'd':
      return zeros(day, 2)
    case 'e':
      return spaces(day, 2)
    case 'j':
      return zeros(dayOfYear(...date), 3)
    case 'H':
      return zeros(hour, 2)
    case 'k':
      return spaces(hour, 2)
    case 'I':
      return zeros(hour % 12 || 12, 2)
    case 'l':
      return spaces(hour % 12 || 12, 2)
    case 'P':
      return hour < 12 ? 'am' : 'pm'
    case 'p':
      return hour < 12 ? 'AM' : 'PM'
    case 'M':
      return zeros(minute, 2)
    case 'S':
      return zeros(second, 2)
    case 'Z':
      return moment.zoneName()
    case 'A':
      return dayNames[weekday(...date)]!
    case 'a':
      return dayNames[weekday(...date)]!.slice(0, 3)
    case 'u':
      return zeros(weekday(...date) || 7, 1)
    case 'w':
      return zeros(weekday(...date), 1)
    case 'G':
      return zeros(isoWeek(...date).year, 4)
    case 'g':
      return zeros(isoWeek(...date).year % 100, 2)
    case 'V':
      return zeros(isoWeek(...date).week, 2)
    case 'U':
      return zeros(Math.floor((dayOfYear(...date) + 6 - weekday(...date)) / 7), 2)
    case 'W':
      return zeros(Math.floor((dayOfYear(...date) + 6 - ((weekday(...date) + 6) % 7)) / 7), 2)
    case 's':
      return zeros(moment.epochSeconds, 1)
    case 'Q':
      return zeros(moment.epochSeconds * 1000 + Math.floor(moment.nanoseconds / 1e6), 1)
    case 'n':
      return '\n'
    case 't':
      return '\t'
    case '%':
      return '%'
    case 'c':
      return nested('%a %b %e %H:%M:%S %Y')
    case 'D':
    case 'x':
      return nested('%m/%d/%y')
    case 'F':
      return `${yearText(year)}${nested('-%m-%d')}`
    case 'v':
      return nested('%e-%b-%Y').toUpperCase()
    case 'X':
    case 'T':
      return nested('%H:%M:%S')
    case 'r':
      return nested('%I:%M:%S %p')
    case 'R':
      return nested('%H:%M')
    case '+':
      return moment.isDate ? nested('%a %b %e %H:%M:%S %Z %Y') : undefined
    default:
      return undefined
  }
}

function changeCase(text: string, flags: string, conversion: string): string {
  if (flags.includes('^')) return text.toUpperCase()
  if (!flags.includes('#')) return text
  // `%#p` and `%#Z` go down, the names of days and months up.
  return conversion === 'p' || conversion === 'Z' ? text.toLowerCase() : text.toUpperCase()
}

function paddingCharacter(flags: string, usual: '0' | ' '): Padding['character'] {
  for (const flag of [...flags].toReversed()) {
    if (flag === '-') return ''
    if (flag === '0') return '0'
    if (flag === '_') return ' '
  }
  return usual
}

function padNumber(value: number, padding: Padding): string {
  const digits = String(Math.abs(value))
  if (padding.character === '') return value < 0 ? `-${digits}` : digits
  if (value >= 0) return digits.padStart(padding.width, padding.character)
  if (padding.character === '0') return `-${digits.padStart(padding.width - 1, '0')}`
  return `-${digits}`.padStart(padding.width, ' ')
}

function padText(text: string, flags: string, width: number): string {
  if (flags.includes('-')) return text
  return text.padStart(width, flags.includes('0') ? '0' : ' ')
}

function fraction(nanoseconds: number, conversion: 'N' | 'L', width: number): string {
  const digits = width || (conversion === 'L' ? 3 : 9)
  return String(nanoseconds).padStart(9, '0').padEnd(digits, '0').slice(0, digits)
}

function zoneOffset(offset: number, flags: string, width: number): string {
  const colons = flags.split(':').length - 1
  const seconds = Math.abs(offset)
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = two(Math.floor(seconds / 60) % 60)
  const rest =
    colons === 0 ? minutes : colons === 1 ? `:${minutes}` : `:${minutes}:${two(Math.floor(seconds % 60))}`
  const sign = offset < 0 ? '-' : '+'
  if (flags.includes('-')) return `${sign}${hours}${rest}`
  if (flags.includes('_')) return `${sign}${hours}`.padStart(Math.max(3, width - rest.length), ' ') + rest
  return `${sign}${String(hours).padStart(Math.max(2, width - rest.length - 1), '0')}${rest}`
}
