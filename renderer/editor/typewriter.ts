import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'

/**
 * Typewriter mode: the line of the cursor stays in the middle while one types or moves by keys.
 *
 * @param isOn asked at each change, so that the mode can be switched without touching the state
 */
export function typewriter(isOn: () => boolean) {
  return EditorState.transactionExtender.of(transaction => {
    const moved = transaction.docChanged || transaction.selection !== undefined
    if (!moved || !isOn() || transaction.isUserEvent('select.pointer')) return null
    return { effects: EditorView.scrollIntoView(transaction.newSelection.main.head, { y: 'center' }) }
  })
}
