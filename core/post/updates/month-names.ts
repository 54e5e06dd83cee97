import { languages } from './languages.ts'

/** A month by one of its names. */
export interface NamedMonth {
  readonly number: number
  readonly language: string
  readonly token: MonthToken
}

/** The name in full or short. */
export type MonthToken = 'MMMM' | 'MMM'

let known: ReadonlyMap<string, NamedMonth> | undefined

/**
 * Every month's names in every language, in lower case and in the form that stands beside a day; English first.
 *
 * Asked of the system at the first use, as that takes longer than starting may.
 */
export function monthsByName(): ReadonlyMap<string, NamedMonth> {
  return (known ??= namesOfAll())
}

function namesOfAll(): Map<string, NamedMonth> {
  const names = new Map<string, NamedMonth>()
  for (const { language } of languages)
    for (const token of ['MMMM', 'MMM'] as const)
      for (let number = 1; number <= 12; number++) {
        const name = monthName(number, token, language).toLowerCase()
        if (/^\p{L}{3,}$/u.test(name) && !names.has(name)) names.set(name, { number, language, token })
      }
  names.set('sept', { number: 9, language: 'en', token: 'MMM' })
  return names
}

/** The name of a month (from 1) as it stands beside a day, without a dot at its end. */
export function monthName(month: number, token: MonthToken, language: string): string {
  const parts = formatterOf(token, language).formatToParts(new Date(Date.UTC(2015, month - 1, 14)))
  return (parts.find(part => part.type === 'month')?.value ?? '').replace(/\.$/, '')
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(token: MonthToken, language: string): Intl.DateTimeFormat {
  const key = `${token} ${language}`
  const formatter =
    formatters.get(key) ??
    new Intl.DateTimeFormat(language, {
      day: 'numeric',
      month: token === 'MMMM' ? 'long' : 'short',
      timeZone: 'UTC',
    })
  formatters.set(key, formatter)
  return formatter
}
