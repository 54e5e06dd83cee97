import type { Command } from '../app/command.ts'

export const searchCommands: readonly Command[] = [
  {
    id: 'search.open',
    label: 'Find in all posts…',
    group: 'Edit',
    keys: ['Mod+Shift+F'],
    run: ({ dialogs }) => dialogs.open('search'),
  },
]
