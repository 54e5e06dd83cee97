import type { Command } from '../app/command.ts'

export const settingsCommands: readonly Command[] = [
  {
    id: 'settings.open',
    label: 'Settings…',
    group: 'File',
    also: 'preferences options configuration theme font',
    keys: ['Mod+,'],
    run: ({ dialogs }) => dialogs.open('settings'),
  },
  {
    id: 'help.shortcuts',
    label: 'All shortcuts',
    group: 'Help',
    also: 'keyboard keys help cheat sheet hotkeys',
    keys: ['Mod+Shift+/', 'Mod+Shift+?'],
    run: ({ dialogs }) => dialogs.open('shortcuts'),
  },
]
