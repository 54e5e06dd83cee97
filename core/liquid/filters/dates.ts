import {
  RubyDate,
  RubyTime,
  type RubyValue,
  inspect,
  isInteger,
  parseTime,
  rubyString,
  strftime,
  timeFromCivil,
  toText,
  xmlschema,
} from '../../ruby/index.ts'
import type { Context } from '../context.ts'
import { LiquidError } from '../liquid-error.ts'
import { type FilterTable, filter, plain } from './filter.ts'

/** Filters on dates (liquid's `date`, jekyll/filters/date_filters.rb). */
export const dateFilters: FilterTable = {
  date: filter(1, 1, (input, [format], cx) => {
    if (toText(format) === '') return input
    const date = toDate(input, cx)
    return date ? strftime(date, toText(format)) : input
  }),
  date_to_string: filter(0, 2, (input, [type, style], cx) => dateText(input, '%b', type, style, cx)),
  date_to_long_string: filter(0, 2, (input, [type, style], cx) => dateText(input, '%B', type, style, cx)),
  date_to_xmlschema: plain((input, cx) => (toText(input) === '' ? input : xmlschema(localTime(input, cx)))),
  date_to_rfc822: plain((input, cx) =>
    toText(input) === '' ? input : strftime(localTime(input, cx), '%a, %d %b %Y %T %z'),
  ),
}

/** What a value says of a date (liquid/utils.rb, to_date); undefined for what is none. */
export function toDate(input: RubyValue, cx: Context): RubyTime | RubyDate | undefined {
  if (input instanceof RubyTime || input instanceof RubyDate) return input
  if (isInteger(input)) return new RubyTime(Number(input), 0, cx.zone)
  if (typeof input !== 'string' || input === '') return undefined
  const text = input.toLowerCase()
  if (text === 'now' || text === 'today') return cx.now.in(cx.zone)
  if (/^\d+$/.test(text)) return new RubyTime(Number(rubyString.toInteger(text)), 0, cx.zone)
  return parseTime(text, cx.zone, cx.now)
}

/** The date in the site's zone, as Jekyll's filters print it. */
function localTime(input: RubyValue, cx: Context): RubyTime {
  const date = toDate(input, cx)
  if (date instanceof RubyDate) return timeFromCivil({ ...date, hour: 0, minute: 0, second: 0 }, 0, cx.zone)
  if (date) return date.in(cx.zone)
  throw new LiquidError(
    'Jekyll::Errors::InvalidDateError',
    `Invalid Date: '${inspect(input)}' is not a valid datetime.`,
  )
}

function dateText(
  input: RubyValue,
  month: string,
  type: RubyValue,
  style: RubyValue,
  cx: Context,
): RubyValue {
  if (toText(input) === '') return input
  const time = localTime(input, cx)
  if (type !== 'ordinal') return strftime(time, `%d ${month} %Y`)
  const { day } = time.civil
  const ordinal = `${day}${ordinalSuffix(day)}`
  return strftime(time, style === 'US' ? `${month} ${ordinal}, %Y` : `${ordinal} ${month} %Y`)
}

function ordinalSuffix(day: number): string {
  if (day >= 11 && day <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'
}
