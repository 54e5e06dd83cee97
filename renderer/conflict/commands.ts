import type { Command } from '../app/command.ts'
import { compareConflictCopy, conflictCopyOf } from './conflict-copy.ts'

export const conflictCommands: readonly Command[] = [
  {
    id: 'post.compare-conflict-copy',
    label: 'Compare this post with its conflict copy…',
    group: 'File',
    also: 'sync dropbox nextcloud syncthing merge versions',
    enabled: ({ document, workspace }) =>
      conflictCopyOf(workspace.get().posts, document.get().path) !== undefined,
    opensLater: true,
    run: compareConflictCopy,
  },
]
