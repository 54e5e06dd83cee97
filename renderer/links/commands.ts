import {
  type LinkChange,
  linkAt,
  mergeDefinitions,
  pruneDefinitions,
  sortDefinitions,
  toInline,
  toReferences,
} from '../../core/post/index.ts'
import type { Command } from '../app/command.ts'
import type { Lectern } from '../app/lectern.ts'
import { changeLinks } from './change-links.ts'

export const linkCommands: readonly Command[] = [
  {
    id: 'links.places',
    label: 'Where else is this linked?',
    group: 'Edit',
    also: 'find uses references',
    keys: ['Shift+F12'],
    enabled: lectern => hereIn(lectern) !== undefined,
    run(lectern) {
      const here = hereIn(lectern)
      if (here) lectern.dialogs.open('link-places', here.use?.url ?? here.definition?.url)
    },
  },
  {
    id: 'links.conflicts',
    label: 'Labels and addresses that contradict…',
    group: 'Edit',
    run: ({ dialogs }) => dialogs.open('link-conflicts'),
  },
  {
    id: 'links.rename',
    label: 'Rename the link label…',
    group: 'Edit',
    keys: ['F2'],
    enabled: lectern => canWrite(lectern) && labelHere(lectern) !== undefined,
    run: lectern => lectern.dialogs.open('rename-label', labelHere(lectern)),
  },
  {
    id: 'links.definition',
    label: 'Go to the definition of the link',
    group: 'Edit',
    keys: ['F12'],
    enabled: lectern => hereIn(lectern)?.definition !== undefined,
    run: lectern => void followLink(lectern, lectern.editor.selection().from),
  },
  change('links.to-reference', 'Make the link a reference', 'Made it a reference', (source, lectern) =>
    toReferences(source, { within: lectern.editor.selection(), house: lectern.links.get().house }),
  ),
  change('links.to-inline', 'Put the address into the link', 'Put the address in', (source, lectern) =>
    toInline(source, { within: lectern.editor.selection() }),
  ),
  change('links.all-to-reference', 'Make all links references', 'Made references', (source, lectern) =>
    toReferences(source, { house: lectern.links.get().house }),
  ),
  change('links.all-to-inline', 'Put all addresses into the links', 'Put the addresses in', source =>
    toInline(source),
  ),
  change('links.sort-by-use', 'Sort definitions as their links come', 'Sorted definitions', source =>
    sortDefinitions(source, 'use'),
  ),
  change('links.sort-by-label', 'Sort definitions by label', 'Sorted definitions', source =>
    sortDefinitions(source, 'label'),
  ),
  change('links.merge', 'Merge duplicate link definitions', 'Merged definitions', mergeDefinitions),
  change('links.prune', 'Take unused link definitions out', 'Took definitions out', pruneDefinitions),
]

function change(
  id: string,
  label: string,
  done: string,
  edit: (source: string, lectern: Lectern) => LinkChange,
): Command {
  return {
    id,
    label,
    group: 'Format',
    enabled: canWrite,
    run: lectern => changeLinks(lectern, done, source => edit(source, lectern)),
  }
}

function canWrite({ document }: Lectern): boolean {
  const { path, readOnly, failure } = document.get()
  return path !== undefined && readOnly === undefined && failure === undefined
}

function hereIn({ editor, document }: Lectern) {
  return document.get().path === undefined ? undefined : linkAt(editor.text(), editor.selection().from)
}

function labelHere(lectern: Lectern): string | undefined {
  return hereIn(lectern)?.definition?.label
}

/** From a link to its definition, from there to the first link that uses it, and from an address to its dialog. */
export function followLink(lectern: Lectern, offset: number): boolean {
  const here = linkAt(lectern.editor.text(), offset)
  const target = here?.use ? here.definition : here?.uses[0]
  const url = here?.use?.url ?? here?.definition?.url ?? ''
  if (target) lectern.editor.reveal(target.span.from)
  else if (/^(?:https?:|mailto:)/i.test(url)) lectern.dialogs.open('link', url)
  else return false
  return true
}
