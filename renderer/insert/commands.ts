import type { Command } from '../app/command.ts'
import type { Lectern } from '../app/lectern.ts'

/** Reaches the chooser that stands at the cursor after a paste. */
export const choosePaste: Command = {
  id: 'insert.choose-paste',
  label: 'Write what was pasted another way…',
  group: 'Insert',
  keys: ['Alt+Enter'],
  enabled: ({ editor }) => editor.isPasteOffered(),
  run: ({ editor }) => editor.choosePaste(),
}

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
    run: embedHere,
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
  choosePaste,
]

/** An address that stands alone on the line of the cursor becomes its embed there; else a dialog asks for one. */
function embedHere({ dialogs, editor }: Lectern): void {
  const { from, to } = editor.selection()
  const doc = editor.doc()
  const line = doc.lineAt(to)
  const text = line.text.trim()
  const start = line.from + line.text.indexOf(text)
  const isHere = from >= line.from && URL.canParse(text)
  if (!isHere || !editor.offerPaste({ from: start, to: start + text.length })) dialogs.open('insert-embed')
}

function canWrite({ document }: Lectern): boolean {
  const { path, readOnly } = document.get()
  return path !== undefined && readOnly === undefined
}
