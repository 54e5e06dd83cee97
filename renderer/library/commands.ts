import type { Command } from '../app/command.ts'

export const libraryCommands: readonly Command[] = [
  {
    id: 'post.save',
    label: 'Save',
    group: 'File',
    keys: ['Mod+S'],
    enabled: ({ document }) => document.get().path !== undefined,
    run: async ({ desk }) => void (await desk.save()),
  },
]
