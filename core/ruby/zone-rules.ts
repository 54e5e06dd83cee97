/**
 * Offsets and abbreviations of IANA zones, from Intl.
 *
 * Asking Intl costs microseconds a call, so the changes of a year are found once and kept.
 */

const daySeconds = 86_400
/** No zone is known to change its offset twice within this time; Ramadan breaks of Morocco last a month. */
const probeSeconds = 10 * daySeconds

interface Change {
  readonly at: number
  readonly offset: number
}

const changesByYear = new Map<string, readonly Change[]>()

/** Seconds east of UTC at a moment. */
export function offsetIn(timeZone: string, epochSeconds: number): number {
  const year = new Date(epochSeconds * 1000).getUTCFullYear()
  const changes = changesOf(timeZone, year)
  let offset = changes[0]!.offset
  for (const change of changes) if (change.at <= epochSeconds) offset = change.offset
  return offset
}

function changesOf(timeZone: string, year: number): readonly Change[] {
  const key = `${timeZone} ${year}`
  const known = changesByYear.get(key)
  if (known) return known
  const start = yearStart(year)
  const end = yearStart(year + 1)
  const changes: Change[] = [{ at: start, offset: askOffset(timeZone, start) }]
  for (let at = start; at < end; at += probeSeconds) {
    const to = Math.min(at + probeSeconds, end)
    const offset = askOffset(timeZone, to)
    if (offset === changes.at(-1)!.offset) continue
    changes.push({ at: findChange(timeZone, at, to, offset), offset })
  }
  changesByYear.set(key, changes)
  return changes
}

function yearStart(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1) / 1000
}

function findChange(timeZone: string, from: number, to: number, offset: number): number {
  let before = from
  let after = to
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (askOffset(timeZone, middle) === offset) after = middle
    else before = middle
  }
  return after
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function askOffset(timeZone: string, epochSeconds: number): number {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    clocks.set(timeZone, clock)
  }
  const part: Record<string, string> = {}
  for (const { type, value } of clock.formatToParts(epochSeconds * 1000)) part[type] = value
  const year = part['era'] === 'BC' ? 1 - Number(part['year']) : Number(part['year'])
  const day = new Date(0).setUTCFullYear(year, Number(part['month']) - 1, Number(part['day'])) / 1000
  const shown = day + Number(part['hour']) * 3600 + Number(part['minute']) * 60 + Number(part['second'])
  return shown - epochSeconds
}

/** Abbreviations Intl does not spell in any English locale, from the tz database: standard, then summer time. */
const abbreviations: Readonly<Record<string, readonly [string, string?]>> = {
  'Asia/Tokyo': ['JST'],
  'Asia/Seoul': ['KST'],
  'Asia/Shanghai': ['CST'],
  'Asia/Taipei': ['CST'],
  'Asia/Macau': ['CST'],
  'Asia/Hong_Kong': ['HKT'],
  'Asia/Kolkata': ['IST'],
  'Asia/Calcutta': ['IST'],
  'Asia/Karachi': ['PKT'],
  'Asia/Manila': ['PST'],
  'Asia/Jakarta': ['WIB'],
  'Asia/Jerusalem': ['IST', 'IDT'],
  'Europe/Moscow': ['MSK'],
  'Europe/Minsk': ['+03'],
  'Africa/Johannesburg': ['SAST'],
  'Africa/Lagos': ['WAT'],
  'Africa/Nairobi': ['EAT'],
  'Africa/Maputo': ['CAT'],
  'Pacific/Auckland': ['NZST', 'NZDT'],
  'Australia/Sydney': ['AEST', 'AEDT'],
  'Australia/Melbourne': ['AEST', 'AEDT'],
  'Australia/Hobart': ['AEST', 'AEDT'],
  'Australia/Brisbane': ['AEST'],
  'Australia/Adelaide': ['ACST', 'ACDT'],
  'Australia/Darwin': ['ACST'],
  'Australia/Perth': ['AWST'],
}

/** What `date +%Z` prints there at a moment: `CEST`, or an offset such as `-03` where the tz database has no letters. */
export function abbreviationIn(timeZone: string, epochSeconds: number): string {
  const offset = offsetIn(timeZone, epochSeconds)
  const listed = abbreviations[timeZone]
  if (listed) return listed[1] && offset > standardOffset(timeZone, epochSeconds) ? listed[1] : listed[0]
  for (const locale of ['en-US', 'en-GB', 'en-AU', 'en-NZ', 'en-CA']) {
    const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short' }).formatToParts(
      epochSeconds * 1000,
    )
    const name = parts.find(part => part.type === 'timeZoneName')?.value ?? ''
    if (/^[A-Z]{2,5}$/.test(name)) return name
  }
  const minutes = Math.floor(Math.abs(offset) / 60)
  const sign = offset < 0 ? '-' : '+'
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0')
  return minutes % 60 === 0 ? `${sign}${hours}` : `${sign}${hours}${String(minutes % 60).padStart(2, '0')}`
}

function standardOffset(timeZone: string, epochSeconds: number): number {
  const year = new Date(epochSeconds * 1000).getUTCFullYear()
  return Math.min(...changesOf(timeZone, year).map(change => change.offset))
}
