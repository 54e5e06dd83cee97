import { LecternError } from '../errors.ts'

/** The day of a new post, and its `date` as Jekyll reads it the same everywhere. */
export interface NewPostDate {
  /** ISO day, for the file name. */
  readonly day: string
  /** `2015-07-04 13:00:00 +0100`. */
  readonly text: string
}

/**
 * When a new post is dated. A day alone gets the present time today and noon else, so that today's post is never in
 * the future of the machine that builds it. The offset is always written: Jekyll reads `13:00:00` without one as UTC.
 *
 * @param now      ISO with offset, as the writer's clock shows it
 * @param wanted   `2015-07-04`, with or without a time and an offset
 * @param timezone of the site, such as `Europe/London`; the offset of `now` where it has none
 * @throws LecternError 'post.bad-date'
 */
export function newPostDate(now: string, wanted?: string, timezone?: string): NewPostDate {
  const today = inZone(now, timezone)
  if (wanted === undefined) return { day: today.day, text: `${today.day} ${today.time} ${today.offset}` }
  const match =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?$/.exec(
      wanted.trim(),
    )
  const day = match && isoDay(Number(match[1]), Number(match[2]), Number(match[3]))
  if (!match || !day) throw new LecternError('post.bad-date', [wanted])
  const time = match[4] === undefined ? (day === today.day ? today.time : '12:00:00') : fullTime(match[4])
  const offset =
    match[5] === undefined
      ? offsetOn(day, time, today, timezone)
      : match[5] === 'Z'
        ? '+0000'
        : match[5].replace(':', '')
  return { day, text: `${day} ${time} ${offset}` }
}

interface Wall {
  readonly day: string
  readonly time: string
  /** `+0100` */
  readonly offset: string
}

/** What a clock in the zone shows at a moment. */
function inZone(moment: string, timezone: string | undefined): Wall {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)$/.exec(moment)
  if (!match) throw new RangeError(`“${moment}” is no moment with an offset`)
  if (timezone === undefined)
    return {
      day: match[1]!,
      time: match[2]!,
      offset: match[3] === 'Z' ? '+0000' : match[3]!.replace(':', ''),
    }
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  }).formatToParts(new Date(moment))
  const part = (type: string): string => parts.find(candidate => candidate.type === type)?.value ?? ''
  return {
    day: `${part('year')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}:${part('second')}`,
    offset: /GMT([+-]\d\d):?(\d\d)/.exec(part('timeZoneName'))?.slice(1).join('') ?? '+0000',
  }
}

/** The offset in force then; summer time may have come or gone since. */
function offsetOn(day: string, time: string, today: Wall, timezone: string | undefined): string {
  if (timezone === undefined) return today.offset
  return inZone(`${day}T${time}Z`, timezone).offset
}

function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.toISOString().slice(0, 10) : undefined
}

function fullTime(time: string): string {
  const [hour = '', minute = '', second = '00'] = time.split(':')
  return `${hour.padStart(2, '0')}:${minute}:${second}`
}
