import type { Command } from '../app/command.ts'
import type { Lectern } from '../app/lectern.ts'

/** What the writer puts into a post with help: embeds, links, updates. */
export const insertCommands: readonly Command[] = [
  {
    id: 'insert.link',
    label: 'Link…',
    group: 'Insert',
    also: 'url reference hyperlink insert a link',
    keys: ['Mod+K'],
    enabled: canWrite,
    run: ({ dialogs }) => dialogs.open('insert-link'),
  },
  {
    id: 'insert.embed',
    label: 'Insert an embed…',
    group: 'Insert',
    also: 'slides video youtube speaker deck iframe player',
    keys: ['Mod+Shift+E'],
    enabled: canWrite,
    run: ({ dialogs }) => dialogs.open('insert-embed'),
  },
  {
    id: 'insert.update',
    label: 'Add an update…',
    group: 'Insert',
    also: 'section date afterwards correction',
    keys: ['Mod+Shift+U'],
    enabled: canWrite,
    run: ({ dialogs }) => dialogs.open('add-update'),
  },
  {
    id: 'insert.video',
    label: 'The video is out…',
    group: 'Insert',
    also: 'recording update youtube',
    keys: ['Mod+Alt+V'],
    enabled: canWrite,
    run: ({ dialogs }) => dialogs.open('add-update', 'video'),
  },
]

function canWrite({ document }: Lectern): boolean {
  const { path, readOnly } = document.get()
  return path !== undefined && readOnly === undefined
}
