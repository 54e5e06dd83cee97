const form = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** The day of an ISO date as the site counts days, e.g. `4 Jul 2015`: the writer's own zone does not move it. */
export function showDay(iso: string): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? iso.slice(0, 10) : form.format(day)
}
