import { defaultKeymap, historyKeymap } from '@codemirror/commands'
import { deleteMarkupBackward, insertNewlineContinueMarkupCommand } from '@codemirror/lang-markdown'
import { searchKeymap } from '@codemirror/search'
import { keymap } from '@codemirror/view'

/**
 * Keys of plain editing: moving, deleting, undo, lists that go on with Enter. Keys of commands stand in the command
 * table, which hears them first.
 */
export const editorKeys = keymap.of([
  { key: 'Enter', run: insertNewlineContinueMarkupCommand({ nonTightLists: false }) },
  { key: 'Backspace', run: deleteMarkupBackward },
  ...searchKeymap,
  ...defaultKeymap,
  ...historyKeymap,
])
