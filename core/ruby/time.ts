import { type CivilTime, civilFromSeconds, secondsFromCivil } from './calendar.ts'
import type { Zone } from './zone.ts'

/** Ruby's Time: a moment, and the zone it is told in. */
export class RubyTime {
  readonly epochSeconds: number
  /** 0 to 999,999,999. */
  readonly nanoseconds: number
  readonly zone: Zone

  constructor(epochSeconds: number, nanoseconds: number, zone: Zone) {
    this.epochSeconds = epochSeconds
    this.nanoseconds = nanoseconds
    this.zone = zone
  }

  /** Seconds east of UTC. */
  get offset(): number {
    return this.zone.offsetAt(this.epochSeconds)
  }

  get civil(): CivilTime {
    return civilFromSeconds(this.epochSeconds + this.offset)
  }

  /** The same moment told elsewhere: Ruby's `localtime`, `getlocal`, `utc`. */
  in(zone: Zone): RubyTime {
    return new RubyTime(this.epochSeconds, this.nanoseconds, zone)
  }
}

/**
 * The moment at which clocks of a zone show this time: Ruby's `Time.local` and `Time.utc`.
 *
 * A time shown twice, when clocks go back, is the second of the two, in winter time; one never shown, when they go
 * forward, is read with the offset from before.
 */
export function timeFromCivil(civil: CivilTime, nanoseconds: number, zone: Zone): RubyTime {
  const shown = secondsFromCivil(civil)
  const before = zone.offsetAt(shown - 86_400)
  const after = zone.offsetAt(shown + 86_400)
  const later = shown - after
  if (before !== after && zone.offsetAt(later) === after) return new RubyTime(later, nanoseconds, zone)
  return new RubyTime(shown - before, nanoseconds, zone)
}

export function timeFromEpoch(seconds: number, zone: Zone): RubyTime {
  const whole = Math.floor(seconds)
  return new RubyTime(whole, Math.round((seconds - whole) * 1e9), zone)
}

/** `+09:00`, or `+0900` without the colon. */
export function offsetText(offsetSeconds: number, colon: string): string {
  const minutes = Math.floor(Math.abs(offsetSeconds) / 60)
  const hour = String(Math.floor(minutes / 60)).padStart(2, '0')
  const minute = String(minutes % 60).padStart(2, '0')
  return `${offsetSeconds < 0 ? '-' : '+'}${hour}${colon}${minute}`
}

/** Ruby's `Time#xmlschema`: `2014-03-06T23:30:00+09:00`, `Z` for UTC. */
export function xmlschema(time: RubyTime): string {
  const { year, month, day, hour, minute, second } = time.civil
  const two = (value: number): string => String(value).padStart(2, '0')
  const date = `${yearText(year)}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`
  return `${date}${time.zone.isUtc ? 'Z' : offsetText(time.offset, ':')}`
}

/** At least four digits, as `%Y` and `%F` print years. */
export function yearText(year: number): string {
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0')
}
