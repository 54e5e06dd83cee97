/** A day and a time of day as a calendar and a clock show them, without a zone. */
export interface CivilTime {
  readonly year: number
  /** From 1. */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** The calendar repeats after 400 years. JavaScript's ends before the year 275761, Ruby's does not. */
const cycleYears = 400
const cycleDays = 146_097
const cycleSeconds = cycleDays * 86_400

/** A moment JavaScript's calendar knows, with the same day of the same month and week as one beyond it. */
export function withinCalendar(seconds: number): number {
  return Math.abs(seconds) < 8e12 ? seconds : seconds - Math.floor(seconds / cycleSeconds) * cycleSeconds
}

/** Days since 1970-01-01 of a Gregorian date; days beyond the month's end run into the next. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const cycles = Math.floor(year / cycleYears)
  const days = new Date(0).setUTCFullYear(year - cycles * cycleYears, month - 1, day) / 86_400_000
  return days + cycles * cycleDays
}

/** The seconds a clock in UTC showing this time would stand from 1970. */
export function secondsFromCivil(civil: CivilTime): number {
  const days = daysFromCivil(civil.year, civil.month, civil.day)
  return ((days * 24 + civil.hour) * 60 + civil.minute) * 60 + civil.second
}

export function civilFromSeconds(seconds: number): CivilTime {
  const cycles = Math.floor(seconds / cycleSeconds)
  const date = new Date((seconds - cycles * cycleSeconds) * 1000)
  return {
    year: date.getUTCFullYear() + cycles * cycleYears,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}

/** 0 is Sunday. */
export function weekday(year: number, month: number, day: number): number {
  return (((daysFromCivil(year, month, day) + 4) % 7) + 7) % 7
}

/** From 1. */
export function dayOfYear(year: number, month: number, day: number): number {
  return daysFromCivil(year, month, day) - daysFromCivil(year, 1, 1) + 1
}

export function daysInMonth(year: number, month: number): number {
  return daysFromCivil(year, month + 1, 1) - daysFromCivil(year, month, 1)
}

export function isCivilDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** ISO 8601 week and the year it belongs to: `%V` and `%G`. */
export function isoWeek(year: number, month: number, day: number): { year: number; week: number } {
  const days = daysFromCivil(year, month, day)
  const fromMonday = (weekday(year, month, day) + 6) % 7
  const thursday = civilFromSeconds((days - fromMonday + 3) * 86_400)
  const week = Math.floor((dayOfYear(thursday.year, thursday.month, thursday.day) - 1) / 7) + 1
  return { year: thursday.year, week }
}
