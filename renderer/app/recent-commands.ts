import type { SettingsStore } from '../state/settings.ts'
import type { Command } from './command.ts'

const recentKey = 'palette.recent'
/** So many stand first; the rest keeps the order of the table. */
const mostRecent = 5

/** The commands with those first that were picked last. */
export function recentFirst<Row extends Pick<Command, 'id'>>(
  commands: readonly Row[],
  settings: Pick<SettingsStore, 'get'>,
): readonly Row[] {
  const recent = readRecent(settings)
  const byId = new Map(commands.map(command => [command.id, command]))
  const first = recent.map(id => byId.get(id)).filter(command => command !== undefined)
  return [...first, ...commands.filter(command => !recent.includes(command.id))]
}

/** Remembers that a command was picked from the palette. */
export function rememberCommand(settings: SettingsStore, id: string): void {
  const recent = [id, ...readRecent(settings).filter(other => other !== id)]
  settings.set('user', recentKey, recent.slice(0, mostRecent))
}

function readRecent(settings: Pick<SettingsStore, 'get'>): readonly string[] {
  const recent = settings.get()[recentKey]
  return Array.isArray(recent) ? recent.filter(id => typeof id === 'string') : []
}
