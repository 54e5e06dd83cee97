import type { Command } from '../app/command.ts'
import type { Lectern } from '../app/lectern.ts'

function isOpen({ beside }: Lectern): boolean {
  return beside.get().isOpen
}

export const besideCommands: readonly Command[] = [
  {
    id: 'beside.open',
    label: 'Open a post beside this one…',
    group: 'View',
    keys: ['Mod+Alt+B'],
    enabled: ({ beside }) => beside.first().document.get().path !== undefined,
    run: ({ dialogs }) => dialogs.open('quick-open', 'beside'),
  },
  {
    id: 'beside.swap',
    label: 'The two posts change places',
    group: 'View',
    keys: ['Mod+Alt+X'],
    enabled: isOpen,
    run: ({ beside }) => beside.swap(),
  },
  {
    id: 'beside.close',
    label: 'Close the post beside',
    group: 'View',
    keys: ['Mod+Alt+W'],
    enabled: isOpen,
    run: ({ beside }) => beside.close(),
  },
]
