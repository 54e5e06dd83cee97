import type { Severity } from '../../core/post/index.ts'
import type { SettingsStore } from '../state/settings.ts'
import type { ProblemStore } from './problem-store.ts'

/** How the writer wants to hear of a kind of problem. */
export type ProblemLevel = Severity | 'off'

/** By the code of the kind; what is not here keeps the severity it is found with. */
export type ProblemLevels = Readonly<Record<string, ProblemLevel>>

const levelPrefix = 'problems.level.'

/** Codes with spaces between, which count as off. */
const silencedKey = 'problems.not-told'

/** The setting of a kind, for the table of settings. */
export function levelKey(code: string): string {
  return levelPrefix + code
}

export function problemLevels(settings: Pick<SettingsStore, 'get' | 'string'>): ProblemLevels {
  const silenced = settings.string(silencedKey, '').split(/\s+/).filter(Boolean)
  const chosen = Object.entries(settings.get()).flatMap(([key, value]) =>
    key.startsWith(levelPrefix) && (isLevel(value) || value === 'usual')
      ? [[key.slice(levelPrefix.length), value] as const]
      : [],
  )
  const all = [...silenced.map(code => [code, 'off'] as const), ...chosen]
  return Object.fromEntries(
    [...new Map(all)].flatMap(([code, level]) => (level === 'usual' ? [] : [[code, level]])),
  )
}

export function silencedProblems(settings: Pick<SettingsStore, 'get' | 'string'>): readonly string[] {
  return Object.entries(problemLevels(settings)).flatMap(([code, level]) => (level === 'off' ? code : []))
}

export function silenceProblem(settings: SettingsStore, code: string): void {
  settings.set('user', levelKey(code), 'off')
}

export function tellAllProblems(settings: SettingsStore): void {
  for (const code of silencedProblems(settings)) settings.set('user', levelKey(code), 'usual')
  if (settings.string(silencedKey, '') !== '') settings.set('user', silencedKey, '')
}

/** Keeps the list of problems as the writer wants to hear of them. */
export function followLevels(settings: SettingsStore, problems: ProblemStore): void {
  let last = '{}'
  const follow = (): void => {
    const levels = problemLevels(settings)
    const told = JSON.stringify(levels)
    if (told === last) return
    last = told
    problems.send({ type: 'levels', levels })
  }
  follow()
  settings.subscribe(follow)
}

function isLevel(value: unknown): value is ProblemLevel {
  return value === 'error' || value === 'warning' || value === 'info' || value === 'off'
}
