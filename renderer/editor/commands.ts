import { redo, undo } from '@codemirror/commands'
import type { Command } from '../app/command.ts'

export const editorCommands: readonly Command[] = [
  { id: 'edit.undo', label: 'Undo', group: 'Edit', run: ({ editor }) => void undo(editor.view) },
  { id: 'edit.redo', label: 'Redo', group: 'Edit', run: ({ editor }) => void redo(editor.view) },
]
