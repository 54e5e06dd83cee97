import type { Command } from '../app/command.ts'
import { remoteContentKey, scrollSyncKey } from './preview.ts'

export const previewCommands: readonly Command[] = [
  {
    id: 'preview.scroll-sync',
    label: 'Scroll editor and preview together: on or off',
    group: 'View',
    run: ({ settings }) => settings.set('user', scrollSyncKey, !settings.boolean(scrollSyncKey, true)),
  },
  {
    id: 'preview.remote-content',
    label: 'Load remote content in the preview: on or off',
    group: 'View',
    run: ({ settings }) =>
      settings.set('folder', remoteContentKey, !settings.boolean(remoteContentKey, false)),
  },
]
