import { newPostDate } from '../../core/post/index.ts'

const pad = (value: number): string => String(value).padStart(2, '0')

/** A moment as a `datetime-local` field holds it, in the writer's zone, to the minute. */
function localDateTime(moment: Date): string {
  const day = `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`
  return `${day}T${pad(moment.getHours())}:${pad(moment.getMinutes())}`
}

/** A moment as ISO 8601 with the writer's offset. */
export function nowWithOffset(moment: Date): string {
  const minutes = -moment.getTimezoneOffset()
  const sign = minutes < 0 ? '-' : '+'
  const offset = `${sign}${pad(Math.floor(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`
  return `${localDateTime(moment)}:${pad(moment.getSeconds())}${offset}`
}

/** The zone of the writer's machine: `Europe/Paris`. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** A moment as a `datetime-local` field holds it, as the clocks of a zone show it. */
export function dateTimeIn(zone: string, moment: Date): string {
  const { text } = newPostDate(nowWithOffset(moment), undefined, zone)
  return text.slice(0, 'YYYY-MM-DD HH:MM'.length).replace(' ', 'T')
}

/** The moment that the clocks of a zone show so; not a number for no date. */
export function momentIn(zone: string, dateTime: string): number {
  if (Number.isNaN(Date.parse(dateTime))) return Number.NaN
  const { text } = newPostDate(nowWithOffset(new Date()), dateTime, zone)
  const [day, time, offset = ''] = text.split(' ')
  return Date.parse(`${day}T${time}${offset.slice(0, 3)}:${offset.slice(3)}`)
}
