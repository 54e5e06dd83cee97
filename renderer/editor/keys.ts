import { defaultKeymap, historyKeymap } from '@codemirror/commands'
import { deleteMarkupBackward, insertNewlineContinueMarkup } from '@codemirror/lang-markdown'
import { keymap } from '@codemirror/view'

/** Keys of plain editing. Keys of commands stand in the command table. */
export const editorKeys = keymap.of([
  { key: 'Enter', run: insertNewlineContinueMarkup },
  { key: 'Backspace', run: deleteMarkupBackward },
  ...defaultKeymap,
  ...historyKeymap,
])
