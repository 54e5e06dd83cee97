/**
 * A start time as services write it, in seconds: `90`, `90s`, `1m30s`, `1h2m3s`, `1:30`, `1:02:03`, `npt:1:20`.
 *
 * @returns undefined for anything else and for zero, which starts nothing
 */
export function parseStart(text: string | null | undefined): number | undefined {
  if (!text) return undefined
  const value = text.trim().replace(/^npt:/, '')
  const seconds = clockSeconds(value) ?? unitSeconds(value)
  return seconds !== undefined && seconds > 0 ? seconds : undefined
}

/** Seconds as `1h2m3s`, the form Twitch takes. */
export function unitsFromSeconds(seconds: number): string {
  return `${Math.floor(seconds / 3600)}h${Math.floor((seconds % 3600) / 60)}m${Math.floor(seconds % 60)}s`
}

/** Seconds as a person reads them: `13:34`, `1:02:03`. */
export function clockFromSeconds(seconds: number): string {
  const whole = Math.floor(seconds)
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const two = (value: number) => String(value).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

function clockSeconds(text: string): number | undefined {
  if (!/^\d{1,3}(?::\d{1,2}){1,2}$/.test(text)) return undefined
  return text.split(':').reduce((total, part) => total * 60 + Number(part), 0)
}

function unitSeconds(text: string): number | undefined {
  const match = /^(?:(\d{1,4})h)?(?:(\d{1,5})m)?(?:(\d{1,7}(?:\.\d+)?)s?)?$/.exec(text)
  if (!match || text === '') return undefined
  return Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Math.floor(Number(match[3] ?? 0))
}
