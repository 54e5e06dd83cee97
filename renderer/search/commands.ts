import type { Command } from '../app/command.ts'

export const searchCommands: readonly Command[] = [
  {
    id: 'search.open',
    label: 'Find in all posts…',
    group: 'Edit',
    also: 'search grep replace everywhere',
    keys: ['Mod+Shift+F'],
    run: ({ dialogs }) => dialogs.open('search'),
  },
]
