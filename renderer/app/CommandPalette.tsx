import { useMemo } from 'react'
import { Keys } from '../ui/Badge.tsx'
import { Picker, type PickerItem } from '../ui/Picker.tsx'
import type { Command } from './command.ts'
import { commands } from './commands.ts'
import type { DialogProps } from './dialogs.ts'
import { shownKeys } from './keys.ts'
import type { Lectern } from './lectern.ts'
import { readOwnKeys } from './own-keys.ts'
import { useLectern } from './lectern-context.ts'
import { recentFirst, rememberCommand } from './recent-commands.ts'
import { runCommand } from './run-command.ts'

/** Every command that can run now, by its name. */
export function CommandPalette({ onClose }: DialogProps) {
  const lectern = useLectern()
  const items = useMemo(() => {
    const possible = commands.filter(command => !command.enabled || command.enabled(lectern))
    return recentFirst(possible, lectern.settings).map(row(lectern))
  }, [lectern])
  return (
    <Picker
      label="Commands"
      placeholder="What do you want to do?"
      items={items}
      onClose={onClose}
      onPick={id => {
        const command = commands.find(candidate => candidate.id === id)
        if (!command) return
        rememberCommand(lectern.settings, id)
        runCommand(lectern, command)
      }}
    />
  )
}

function row(lectern: Lectern): (command: Command) => PickerItem {
  return command => {
    const keys = shownKeys(command, lectern.info, readOwnKeys(lectern.settings))
    const { id, label, group, also } = command
    return { id, label, detail: group, also, aside: keys && <Keys>{keys}</Keys> }
  }
}
