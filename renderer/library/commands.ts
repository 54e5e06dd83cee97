import type { Command } from '../app/command.ts'
import { layoutKeys } from '../app/use-layout.ts'

export const libraryCommands: readonly Command[] = [
  {
    id: 'post.new',
    label: 'New talk post…',
    group: 'File',
    also: 'create write start',
    keys: ['Mod+N', 'Mod+Alt+N'],
    run: ({ dialogs }) => dialogs.open('new-post'),
  },
  {
    id: 'post.quick-open',
    label: 'Open a post…',
    group: 'File',
    also: 'go to file switch',
    keys: ['Mod+O', 'Mod+P'],
    run: ({ dialogs }) => dialogs.open('quick-open'),
  },
  {
    id: 'folder.open',
    label: 'Open a folder…',
    group: 'File',
    also: 'site repository change',
    keys: ['Mod+Shift+O'],
    run: ({ dialogs }) => dialogs.open('open-folder'),
  },
  {
    id: 'library.filter',
    label: 'Filter the list of posts',
    group: 'View',
    keys: ['Mod+Alt+L'],
    run: ({ settings }) => {
      settings.set('user', layoutKeys.libraryOpen, true)
      // React shows the list before that.
      queueMicrotask(() => document.querySelector<HTMLElement>('#library-filter')?.focus())
    },
  },
  {
    id: 'post.save',
    label: 'Save',
    group: 'File',
    keys: ['Mod+S'],
    inDialogs: true,
    enabled: ({ document }) => document.get().path !== undefined,
    run: async ({ desk }) => void (await desk.save()),
  },
]
