import type { Command } from '../app/command.ts'
import { remoteContentKey } from './preview.ts'

export const previewCommands: readonly Command[] = [
  {
    id: 'preview.remote-content',
    label: 'Load remote content in the preview: on or off',
    group: 'View',
    run: ({ settings }) =>
      settings.set('folder', remoteContentKey, !settings.boolean(remoteContentKey, false)),
  },
]
