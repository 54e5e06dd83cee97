import type { Command } from '../app/command.ts'

export const settingsCommands: readonly Command[] = [
  {
    id: 'settings.open',
    label: 'Settings…',
    group: 'File',
    keys: ['Mod+,'],
    run: ({ dialogs }) => dialogs.open('settings'),
  },
  {
    id: 'help.shortcuts',
    label: 'All shortcuts',
    group: 'Help',
    keys: ['Mod+Shift+/', 'Mod+Shift+?'],
    run: ({ dialogs }) => dialogs.open('shortcuts'),
  },
]
