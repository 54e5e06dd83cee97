import type { HostInfo } from '../../core/contract/index.ts'
import type { Command } from './command.ts'
import type { OwnKeys } from './own-keys.ts'

type KeyEvent = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/**
 * What was pressed, in the notation of the command table: modifiers in the order Mod, Ctrl, Alt, Shift, then the key.
 * `Mod` is ⌘ on a Mac, Ctrl elsewhere. Letters and digits are named by their place on the keyboard where Alt or
 * Shift makes another character of them.
 */
export function keysOf(event: KeyEvent, platform: HostInfo['platform']): string {
  const mac = platform === 'mac'
  const parts: string[] = []
  if (mac ? event.metaKey : event.ctrlKey) parts.push('Mod')
  if (mac && event.ctrlKey) parts.push('Ctrl')
  if (event.altKey) parts.push('Alt')
  if (event.shiftKey) parts.push('Shift')
  parts.push(nameOf(event))
  return parts.join('+')
}

function nameOf(event: KeyEvent): string {
  const place = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1]
  if (place && (event.altKey || event.shiftKey || !/^[a-z\d]$/i.test(event.key))) return place
  return event.key.length === 1 ? event.key.toUpperCase() : event.key
}

/** The keys to show for a command and to listen for: the writer's own or the table's, those this host can receive. */
export function usableKeys(
  command: Pick<Command, 'id' | 'keys'>,
  info: HostInfo,
  own: OwnKeys = {},
): readonly string[] {
  const reserved = new Set(info.capabilities.reservedKeys)
  const chosen = own[command.id]
  const keys = chosen === undefined ? (command.keys ?? []) : chosen === '' ? [] : [chosen]
  return keys.filter(each => !reserved.has(each))
}

const macNames: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Enter: '↩',
}

const otherNames: Readonly<Record<string, string>> = { Mod: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓' }

/** Keys as people read them: `⇧⌘P` on a Mac, `Ctrl+Shift+P` elsewhere. */
export function showKeys(keys: string, platform: HostInfo['platform']): string {
  const names = platform === 'mac' ? macNames : otherNames
  const parts = keys.split('+').map(part => names[part] ?? part)
  return parts.join(platform === 'mac' ? '' : '+')
}

/** The first usable keys of a command, as people read them. */
export function shownKeys(
  command: Pick<Command, 'id' | 'keys'>,
  info: HostInfo,
  own: OwnKeys = {},
): string | undefined {
  const first = usableKeys(command, info, own)[0]
  return first && showKeys(first, info.platform)
}
