import {
  addCursorAbove,
  addCursorBelow,
  copyLineDown,
  deleteLine,
  moveLineDown,
  moveLineUp,
  redo,
  toggleComment,
  undo,
} from '@codemirror/commands'
import { foldAll, foldCode, unfoldAll, unfoldCode } from '@codemirror/language'
import { openSearchPanel, selectNextOccurrence } from '@codemirror/search'
import type { EditorView } from '@codemirror/view'
import { type LineMarker, setHeading, toggleLineMarker, toggleMark } from '../../core/post/writing/index.ts'
import type { Command } from '../app/command.ts'
import type { Lectern } from '../app/lectern.ts'
import { editorModeKeys } from './use-editor-modes.ts'

/** A post is open and may be changed. */
function canEdit({ document }: Lectern): boolean {
  const { path, readOnly, failure } = document.get()
  return path !== undefined && readOnly === undefined && failure === undefined
}

function run(command: (view: EditorView) => boolean): (lectern: Lectern) => void {
  return ({ editor }) => {
    command(editor.view)
    editor.focus()
  }
}

function mark(id: string, label: string, key: string | undefined, marks: string): Command {
  return {
    id: `format.${id}`,
    label,
    group: 'Format',
    ...(key !== undefined && { keys: [key] }),
    enabled: canEdit,
    run: ({ editor }) => editor.apply(toggleMark(editor.text(), editor.selection(), marks), label),
  }
}

function heading(level: number): Command {
  const label = level === 0 ? 'Plain paragraph' : `Heading ${level}`
  return {
    id: `format.heading-${level}`,
    label,
    group: 'Format',
    ...(level > 0 && { also: `h${level} section` }),
    // A browser shows its tabs by the first.
    keys: [...(level === 0 ? [] : [`Mod+${level}`]), `Mod+Alt+${level}`],
    enabled: canEdit,
    run: ({ editor }) => editor.apply(setHeading(editor.text(), editor.selection(), level), label),
  }
}

function lines(marker: LineMarker, label: string, key: string): Command {
  return {
    id: `format.${marker}`,
    label,
    group: 'Format',
    keys: [key],
    enabled: canEdit,
    run: ({ editor }) => editor.apply(toggleLineMarker(editor.text(), editor.selection(), marker), label),
  }
}

function edit(
  id: string,
  label: string,
  keys: readonly string[],
  command: (view: EditorView) => boolean,
): Command {
  return { id: `edit.${id}`, label, group: 'Edit', keys, enabled: canEdit, run: run(command) }
}

function mode(key: keyof typeof editorModeKeys, label: string): Command {
  const setting = editorModeKeys[key]
  return {
    id: setting,
    label,
    group: 'View',
    run: ({ settings }) => settings.set('user', setting, !settings.boolean(setting, false)),
  }
}

function zoom(id: string, label: string, key: string, next: (zoom: number) => number): Command {
  return {
    id: `view.${id}`,
    label,
    group: 'View',
    keys: [key],
    run: ({ settings }) => {
      const now = settings.number(editorModeKeys.zoom, 100)
      settings.set('user', editorModeKeys.zoom, Math.min(Math.max(next(now), 60), 240))
    },
  }
}

export const editorCommands: readonly Command[] = [
  // Undo and redo have their keys in the editor itself: the fields of forms have an undo of their own.
  { id: 'edit.undo', label: 'Undo', group: 'Edit', enabled: canEdit, run: run(undo) },
  { id: 'edit.redo', label: 'Redo', group: 'Edit', enabled: canEdit, run: run(redo) },
  {
    id: 'edit.find',
    label: 'Find and replace in the post',
    group: 'Edit',
    also: 'search',
    keys: ['Mod+F', 'Mod+H', 'Mod+Alt+F'],
    run: ({ editor }) => void openSearchPanel(editor.view),
  },
  edit('next-occurrence', 'Select the next place of this word', ['Mod+D'], selectNextOccurrence),
  edit('move-line-up', 'Move the line up', ['Alt+ArrowUp'], moveLineUp),
  edit('move-line-down', 'Move the line down', ['Alt+ArrowDown'], moveLineDown),
  edit('copy-line', 'Copy the line down', ['Alt+Shift+ArrowDown'], copyLineDown),
  edit('delete-line', 'Delete the line', ['Mod+Shift+K'], deleteLine),
  edit('cursor-above', 'Another cursor above', ['Mod+Alt+ArrowUp'], addCursorAbove),
  edit('cursor-below', 'Another cursor below', ['Mod+Alt+ArrowDown'], addCursorBelow),
  edit('comment', 'Comment the lines out, or in again', ['Mod+Alt+/'], toggleComment),
  edit('fold', 'Fold the section', ['Mod+Alt+['], foldCode),
  edit('unfold', 'Unfold the section', ['Mod+Alt+]'], unfoldCode),
  { id: 'edit.fold-all', label: 'Fold everything', group: 'Edit', run: run(foldAll) },
  { id: 'edit.unfold-all', label: 'Unfold everything', group: 'Edit', run: run(unfoldAll) },
  mark('bold', 'Bold', 'Mod+B', '**'),
  mark('italic', 'Italic', 'Mod+I', '*'),
  mark('code', 'Code', 'Mod+E', '`'),
  mark('strike', 'Struck out', undefined, '~~'),
  ...[1, 2, 3, 4, 5, 6, 0].map(heading),
  lines('bullet', 'Bulleted list', 'Mod+Shift+8'),
  lines('number', 'Numbered list', 'Mod+Shift+7'),
  lines('quote', 'Quotation', 'Mod+Shift+9'),
  mode('focus', 'Focus mode: the paragraph of the cursor alone, on or off'),
  mode('typewriter', 'Typewriter mode: the cursor stays in the middle, on or off'),
  zoom('larger', 'Larger text in the editor', 'Mod+Alt+=', size => size + 10),
  zoom('smaller', 'Smaller text in the editor', 'Mod+Alt+-', size => size - 10),
  zoom('usual-size', 'Usual text size in the editor', 'Mod+Alt+Backspace', () => 100),
]
