const formats: { short?: Intl.DateTimeFormat; long?: Intl.DateTimeFormat } = {}

/** The day of an ISO date as the site counts days, e.g. `4 Jul 2015`: the writer's own zone does not move it. */
export function showDay(iso: string): string {
  return show('short', iso)
}

/** The same in full, e.g. `4 July 2015`, where there is room. */
export function showLongDay(iso: string): string {
  return show('long', iso)
}

function show(month: 'short' | 'long', iso: string): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? iso.slice(0, 10) : (formats[month] ??= dayFormat(month)).format(day)
}

/** Made when it is first needed: reading the words of a language takes a while. */
function dayFormat(month: 'short' | 'long'): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(undefined, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' })
}
