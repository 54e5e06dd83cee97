import { isolateHistory } from '@codemirror/commands'
import { type EditorState, type Extension, Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { type LinkHouse, type SmartPaste, smartPaste } from '../../core/post/index.ts'
import { richHtml, richPaste } from '../paste/paste-rich-text.ts'

/** A paste worth a second look is no book; what is longer goes in as it is. */
const longestPaste = 200_000

/**
 * Pastes what the clipboard holds, then makes a link, an embed or Markdown of it where that is what it is for: two steps
 * of history, so that one undo gives back the raw paste. Mod+Shift+V pastes plainly.
 */
export function pasteSmartly(onSmart: (paste: SmartPaste) => void, house: () => LinkHouse): Extension {
  let plainly = false
  return EditorView.domEventHandlers({
    keydown(event) {
      plainly = event.shiftKey && event.code === 'KeyV'
      return false
    },
    paste(event, view) {
      const text = event.clipboardData?.getData('text/plain') ?? ''
      const { state } = view
      if (plainly || text === '' || text.length > longestPaste || !canPaste(state)) return false
      const { from, to } = state.selection.main
      const replaced = state.sliceDoc(from, to)
      const raw = text.replaceAll('\r\n', '\n')
      view.dispatch(state.replaceSelection(raw), {
        annotations: [isolateHistory.of('full'), Transaction.userEvent.of('input.paste')],
        scrollIntoView: true,
      })
      const smart = smartPaste(view.state.doc.toString(), { from, to: from + raw.length }, replaced, house())
      const html = richHtml(event.clipboardData)
      const apply = (better: SmartPaste | undefined): void => {
        if (!better) return
        applySmart(view, better)
        onSmart(better)
      }
      if (smart || html === undefined) apply(smart)
      else void richPaste(view, html, { from, to: from + raw.length }).then(apply)
      return true
    },
  })
}

function canPaste(state: EditorState): boolean {
  return !state.readOnly && state.selection.ranges.length === 1
}

function applySmart(view: EditorView, { result }: SmartPaste): void {
  const { selection } = result
  view.dispatch({
    changes: result.edits.map(edit => ({ ...edit })),
    ...(selection && { selection: { anchor: selection.from, head: selection.to } }),
    annotations: [isolateHistory.of('full'), Transaction.userEvent.of('input.command')],
    scrollIntoView: true,
  })
}
