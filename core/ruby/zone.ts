import { withinCalendar } from './calendar.ts'
import { abbreviationIn, offsetIn } from './zone-rules.ts'

/** Where a time is told: UTC itself, a fixed offset, or the rules of a place. Offsets are seconds east of UTC. */
export interface Zone {
  readonly isUtc: boolean
  offsetAt(epochSeconds: number): number
  /** `%Z`: such as `CEST`; undefined where Ruby has no name, as for a bare `+02:00`. */
  abbreviationAt(epochSeconds: number): string | undefined
}

export const utc: Zone = { isUtc: true, offsetAt: () => 0, abbreviationAt: () => 'UTC' }

/** A zone with one offset, for times that were written with one. */
export function fixedZone(offsetSeconds: number, name?: string): Zone {
  return { isUtc: false, offsetAt: () => offsetSeconds, abbreviationAt: () => name }
}

const zones = new Map<string, Zone>()

/**
 * The zone the C library would use for a value of `TZ`: an IANA name, or a POSIX rule without daylight saving such as
 * `EST5`. A name nobody knows counts as UTC under that name, as in glibc.
 */
export function zoneNamed(name: string): Zone {
  const known = zones.get(name)
  if (known) return known
  const zone = makeZone(name)
  zones.set(name, zone)
  return zone
}

function makeZone(name: string): Zone {
  const posix = /^([A-Za-z]{3,}|<[^>]+>)([+-]?)(\d{1,2})(?::(\d{2}))?$/.exec(name)
  if (posix) {
    const seconds = (Number(posix[3]) * 60 + Number(posix[4] ?? 0)) * 60
    // POSIX counts hours west of Greenwich as positive.
    return fixedZone(posix[2] === '-' ? seconds : -seconds, posix[1]!.replace(/[<>]/g, ''))
  }
  if (name === 'UTC' || name === 'Etc/UTC') return fixedZone(0, 'UTC')
  // Intl would take a bare offset such as “+0100” for a zone; the C library does not know it.
  if (!/^[A-Za-z]/.test(name)) return fixedZone(0, 'UTC')
  try {
    Intl.DateTimeFormat('en-US', { timeZone: name })
  } catch {
    return fixedZone(0, /^[A-Za-z]{3,}/.exec(name)?.[0] ?? 'UTC')
  }
  return {
    isUtc: false,
    offsetAt: epochSeconds => offsetIn(name, withinCalendar(epochSeconds)),
    abbreviationAt: epochSeconds => abbreviationIn(name, withinCalendar(epochSeconds)),
  }
}
