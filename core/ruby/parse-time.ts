import { type CivilTime, civilFromSeconds, daysInMonth, secondsFromCivil } from './calendar.ts'
import { type DateParts, parseDateParts } from './parse-date.ts'
import { RubyTime, timeFromCivil } from './time.ts'
import { type Zone, fixedZone, utc } from './zone.ts'

/** Hours east of UTC of the zone names every Ruby knows: RFC 822 and the military letters (lib/time.rb, ZoneOffset). */
const namedOffsets: Readonly<Record<string, number>> = {
  UTC: 0,
  Z: 0,
  UT: 0,
  GMT: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  ...Object.fromEntries([...'ABCDEFGHIKLM'].map((letter, index) => [letter, index + 1])),
  ...Object.fromEntries([...'NOPQRSTUVWXY'].map((letter, index) => [letter, -index - 1])),
}

/**
 * Ruby's `Time.parse` (lib/time.rb): a time in any notation `Date._parse` knows.
 *
 * Parts missing on the left are those of `now`, parts missing on the right the smallest. A zone written with the time
 * decides the moment and how it is told; without one it is local.
 *
 * @returns undefined where Ruby raises ArgumentError: nothing of a time in the text, or a part out of range
 */
export function parseTime(text: string, local: Zone, now: RubyTime): RubyTime | undefined {
  const parts = parseDateParts(text)
  if (!parts || isEmpty(parts)) return undefined
  if (parts.dayOfYear !== undefined) return fromDayOfYear(parts, local, now)
  return makeTime(parts, local, now)
}

function isEmpty(parts: DateParts): boolean {
  const { zone: _, ...rest } = parts
  return Object.keys(rest).length === 0
}

function fromDayOfYear(parts: DateParts, local: Zone, now: RubyTime): RubyTime | undefined {
  const { dayOfYear, ...rest } = parts
  const year = parts.year ?? now.in(local).civil.year
  if (dayOfYear! < 1 || dayOfYear! > 366) return undefined
  const date = civilFromSeconds(
    secondsFromCivil({ year, month: 1, day: dayOfYear!, hour: 0, minute: 0, second: 0 }),
  )
  if (date.year !== year) return undefined
  return makeTime({ ...rest, year, month: date.month, day: date.day }, local, now)
}

function makeTime(parts: DateParts, local: Zone, now: RubyTime): RubyTime | undefined {
  const today = now.in(local).civil
  const offset =
    parts.zone === undefined ? undefined : zoneOffset(parts.zone, parts.year ?? today.year, local)
  const civil = complete(parts, offset === undefined ? today : now.in(fixedZone(offset)).civil)
  if (!inRange(civil)) return undefined
  const nanoseconds = parts.nanoseconds ?? 0
  if (offset === undefined) return timeFromCivil(normal(civil), nanoseconds, local)
  // Ruby moves the clock to UTC by hand and lets a day past the month's end fall on the first of the next month.
  const day = Math.min(civil.day, daysInMonth(civil.year, civil.month))
  const overflow = civil.day - day
  const seconds = secondsFromCivil({ ...civil, day: day + overflow }) - offset
  const time = new RubyTime(seconds, nanoseconds, local)
  if (isUtcName(parts.zone!)) return time.in(utc)
  return time.offset === offset ? time : time.in(fixedZone(offset))
}

/** Parts on the left of the first one given come from `now`; parts after it default to the smallest. */
function complete(parts: DateParts, today: CivilTime): CivilTime {
  const units = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const
  const smallest = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0 }
  const first = units.findIndex(unit => parts[unit] !== undefined)
  const known = first === -1 ? units.length : first
  const result = { ...smallest }
  for (const [index, unit] of units.entries())
    result[unit] = parts[unit] ?? (index < known ? today[unit] : smallest[unit])
  return result
}

function inRange({ month, day, hour, minute, second }: CivilTime): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false
  if (hour > 24 || minute > 59 || second > 60) return false
  return hour < 24 || (minute === 0 && second === 0)
}

/** February 30 is March 2, 24:00 the next midnight. */
function normal(civil: CivilTime): CivilTime {
  return civilFromSeconds(secondsFromCivil(civil))
}

function zoneOffset(zone: string, year: number, local: Zone): number | undefined {
  const name = zone.toUpperCase()
  const numeric = /^([+-])(\d\d)(:?)(\d\d)(?:\3(\d\d))?$/.exec(name)
  if (numeric) {
    const seconds = (Number(numeric[2]) * 60 + Number(numeric[4])) * 60 + Number(numeric[5] ?? 0)
    return numeric[1] === '-' ? -seconds : seconds
  }
  if (/^[+-]\d\d$/.test(name)) return Number(name) * 3600
  if (Object.hasOwn(namedOffsets, name)) return namedOffsets[name]! * 3600
  for (const month of [1, 7]) {
    const time = timeFromCivil({ year, month, day: 1, hour: 0, minute: 0, second: 0 }, 0, local)
    if (local.abbreviationAt(time.epochSeconds)?.toUpperCase() === name) return time.offset
  }
  return undefined
}

function isUtcName(zone: string): boolean {
  return /^(?:-00:00|-0000|-00|UTC|Z|UT)$/i.test(zone)
}
