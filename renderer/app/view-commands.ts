import type { Command } from './command.ts'
import type { Lectern } from './lectern.ts'
import { focusNextPane, focusText } from './panes.ts'
import { panels } from './panels.ts'
import { type PostView, layoutKeys, readLayout } from './use-layout.ts'

/** The preview has the place of a post beside. Who comes back from reading goes on writing. */
function show(view: PostView): (lectern: Lectern) => Promise<void> {
  return async lectern => {
    const { settings, beside } = lectern
    if (view !== 'editor' && beside.get().isOpen) await beside.close()
    const wasReading = readLayout(settings).view === 'preview'
    settings.set('user', layoutKeys.view, view)
    if (wasReading && view !== 'preview') setTimeout(() => focusText(lectern))
  }
}

function showsPreview({ settings, beside }: Lectern): boolean {
  return readLayout(settings).view === 'both' && !beside.get().isOpen
}

/** Opens a tab of the side panel, or closes the panel with ''. */
export function showPanel({ settings }: Lectern, id: string): void {
  settings.set('user', layoutKeys.panel, id)
  if (id !== '') settings.set('user', layoutKeys.lastPanel, id)
}

/** The view to come back to from reading. */
let lastWriting: PostView = 'both'

export const viewCommands: readonly Command[] = [
  {
    id: 'palette.open',
    label: 'Command palette…',
    group: 'View',
    also: 'commands',
    keys: ['Mod+Shift+P', 'F1'],
    run: ({ dialogs }) => dialogs.open('palette'),
  },
  {
    id: 'view.library',
    label: 'Show or hide the list of posts',
    group: 'View',
    keys: ['Mod+Shift+L'],
    run: ({ settings }) => settings.set('user', layoutKeys.libraryOpen, !readLayout(settings).libraryOpen),
  },
  {
    id: 'view.preview',
    label: 'Show or hide the preview',
    group: 'View',
    keys: ['Mod+\\'],
    run: lectern => show(showsPreview(lectern) ? 'editor' : 'both')(lectern),
  },
  {
    id: 'view.read',
    label: 'Read the page, or write again',
    group: 'View',
    also: 'toggle preview reading source mode',
    keys: ['Mod+/'],
    run: lectern => {
      const { view } = readLayout(lectern.settings)
      if (view !== 'preview') lastWriting = view
      return show(view === 'preview' ? lastWriting : 'preview')(lectern)
    },
  },
  { id: 'view.both', label: 'Editor and preview', group: 'View', run: show('both') },
  { id: 'view.editor-only', label: 'Editor alone', group: 'View', run: show('editor') },
  { id: 'view.preview-only', label: 'Preview alone', group: 'View', run: show('preview') },
  {
    id: 'view.panel',
    label: 'Show or hide the side panel',
    group: 'View',
    keys: ['Mod+Shift+I'],
    run: lectern => {
      const { panel } = readLayout(lectern.settings)
      const last = lectern.settings.string(layoutKeys.lastPanel, panels[0]?.id ?? '')
      showPanel(lectern, panel === '' ? last : '')
    },
  },
  ...panels.map(panel => ({
    id: `panel.${panel.id}`,
    label: `Side panel: ${panel.label}`,
    group: 'View' as const,
    run: (lectern: Lectern) => showPanel(lectern, panel.id),
  })),
  {
    id: 'view.next-pane',
    label: 'Next pane',
    group: 'View',
    keys: ['F6'],
    inDialogs: true,
    run: () => focusNextPane(1),
  },
  {
    id: 'view.previous-pane',
    label: 'Previous pane',
    group: 'View',
    keys: ['Shift+F6'],
    inDialogs: true,
    run: () => focusNextPane(-1),
  },
]
