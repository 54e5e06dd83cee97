import { useEffect } from 'react'
import type { Menu } from '../../core/contract/index.ts'
import type { CommandGroup } from './command.ts'
import { commands } from './commands.ts'
import { usableKeys } from './keys.ts'
import type { Lectern } from './lectern.ts'
import { readOwnKeys } from './own-keys.ts'

const groups: readonly CommandGroup[] = ['File', 'Edit', 'Insert', 'Format', 'View', 'Publish', 'Help']

/** The system's own rows, which also undo in the fields of forms. */
const ofSystem: ReadonlySet<string> = new Set(['edit.undo', 'edit.redo'])

/** Shows the command table in the application menu, where the host has one. */
export function useApplicationMenu(lectern: Lectern): void {
  useEffect(() => {
    if (!lectern.info.capabilities.applicationMenu) return
    lectern.host.showMenus(groups.map(group => menuOf(group, lectern))).catch(lectern.notices.report)
  }, [lectern])
}

function menuOf(group: CommandGroup, lectern: Lectern): Menu {
  const rows = commands.filter(command => command.group === group && !ofSystem.has(command.id))
  return {
    label: group,
    items: rows.map(command => {
      const keys = usableKeys(command, lectern.info, readOwnKeys(lectern.settings))[0]
      return { id: command.id, label: command.label, ...(keys !== undefined && { keys }) }
    }),
  }
}
