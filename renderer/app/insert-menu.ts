import type { HostInfo } from '../../core/contract/index.ts'
import type { InsertMenu } from '../editor/insert-menu.ts'
import type { SettingsStore } from '../state/settings.ts'
import { commands } from './commands.ts'
import { shownKeys } from './keys.ts'
import type { Lectern } from './lectern.ts'
import { readOwnKeys } from './own-keys.ts'
import { runCommand } from './run-command.ts'

export const slashMenuKey = 'editor.slash-menu'

const inMenu = [
  'insert.embed',
  'insert.picture',
  'insert.link',
  'insert.update',
  'insert.video',
  'format.heading-2',
  'format.heading-3',
  'format.heading-1',
  'format.bullet',
  'format.number',
  'format.quote',
]

export interface InsertMenuOptions {
  readonly settings: SettingsStore
  readonly info: HostInfo
  /** The window with the post that is written in. */
  readonly current: () => Lectern
}

/** The commands of the table that a slash offers. */
export function createInsertMenu({ settings, info, current }: InsertMenuOptions): InsertMenu {
  const rows = inMenu.flatMap(id => commands.find(command => command.id === id) ?? [])
  return () => {
    if (!settings.boolean(slashMenuKey, true)) return []
    const own = readOwnKeys(settings)
    return rows
      .filter(command => command.enabled?.(current()) ?? true)
      .map(command => ({
        label: command.label,
        ...(command.also !== undefined && { also: command.also }),
        keys: shownKeys(command, info, own),
        run: () => void runCommand(current(), command),
      }))
  }
}
