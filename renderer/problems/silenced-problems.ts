import type { SettingsStore } from '../state/settings.ts'
import type { ProblemStore } from './problem-store.ts'

/** Codes with spaces between. */
const silencedKey = 'problems.not-told'

export function silencedProblems(settings: SettingsStore): readonly string[] {
  return settings.string(silencedKey, '').split(/\s+/).filter(Boolean)
}

export function silenceProblem(settings: SettingsStore, code: string): void {
  settings.set('user', silencedKey, [...new Set([...silencedProblems(settings), code])].join(' '))
}

export function tellAllProblems(settings: SettingsStore): void {
  settings.set('user', silencedKey, '')
}

/** Keeps the list of problems free of kinds the writer does not want to hear of. */
export function followSilenced(settings: SettingsStore, problems: ProblemStore): void {
  let last = ''
  const follow = (): void => {
    const codes = silencedProblems(settings)
    if (codes.join(' ') === last) return
    last = codes.join(' ')
    problems.send({ type: 'silenced', codes })
  }
  follow()
  settings.subscribe(follow)
}
