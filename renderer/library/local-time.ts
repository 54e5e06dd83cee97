const pad = (value: number): string => String(value).padStart(2, '0')

/** A moment as a `datetime-local` field holds it, in the writer's zone, to the minute. */
export function localDateTime(moment: Date): string {
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
