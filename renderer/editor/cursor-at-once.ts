import { EditorView } from '@codemirror/view'

/**
 * With the focus, the cursor is in the text. CodeMirror puts it there a moment later, and what is struck right after a
 * dialog closed would fall where the browser thinks the cursor is: nowhere.
 */
export const cursorAtOnce = EditorView.domEventObservers({ focus: (_, view) => view.focus() })
