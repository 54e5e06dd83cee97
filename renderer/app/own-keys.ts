import type { HostInfo } from '../../core/contract/index.ts'
import type { SettingsStore } from '../state/settings.ts'
import type { Command } from './command.ts'
import { usableKeys } from './keys.ts'

/** Keys the writer chose, by the id of the command; '' for none. What is not here has the keys of the command table. */
export type OwnKeys = Readonly<Record<string, string>>

const ownKeysKey = 'keys.own'

/** Keys that write or move: taken from the editor, nobody could type. */
const neverAlone =
  /^(?:Shift\+)?(?:.|Enter|Tab|Escape|Backspace|Delete|Home|End|PageUp|PageDown|Arrow\w+| )$/u

const modifiers = /(?:^|\+)(?:Control|Shift|Alt|AltGraph|Meta|CapsLock|Dead|Process|Unidentified)$/

export function readOwnKeys(settings: Pick<SettingsStore, 'get'>): OwnKeys {
  const chosen = settings.get()[ownKeysKey]
  if (typeof chosen !== 'object' || chosen === null || Array.isArray(chosen)) return {}
  return Object.fromEntries(
    Object.entries(chosen).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** Remembers keys for a command (undefined: those of the table again); another command that has them loses them. */
export function chooseKeys(
  commands: readonly Pick<Command, 'id' | 'keys'>[],
  own: OwnKeys,
  id: string,
  keys: string | undefined,
): OwnKeys {
  const { [id]: _, ...others } = own
  if (keys === undefined) return others
  const losers = commands.filter(
    command => command.id !== id && (own[command.id] ?? command.keys?.[0]) === keys && keys !== '',
  )
  return { ...others, ...Object.fromEntries(losers.map(command => [command.id, ''])), [id]: keys }
}

export function writeOwnKeys(settings: SettingsStore, own: OwnKeys): void {
  settings.set('user', ownKeysKey, own)
}

/** What was pressed can be a shortcut: it has a key besides its modifiers, and is not needed for writing. */
export function canBeShortcut(keys: string): boolean {
  return !modifiers.test(keys) && !neverAlone.test(keys)
}

/** Which command each combination of keys is for; the writer's own choice goes before the table. */
export function keyTable<T extends Pick<Command, 'id' | 'keys'>>(
  commands: readonly T[],
  info: HostInfo,
  own: OwnKeys,
): ReadonlyMap<string, T> {
  const ownLast = commands.toSorted((a, b) => Number(a.id in own) - Number(b.id in own))
  return new Map(
    ownLast.flatMap(command => usableKeys(command, info, own).map(keys => [keys, command] as const)),
  )
}
