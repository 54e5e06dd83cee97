import { isolateHistory } from '@codemirror/commands'
import { type EditorState, type Extension, Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { type SmartPaste, smartPaste } from '../../core/post/index.ts'
import type { Span } from '../../core/text/index.ts'
import { linkTitle, richHtml, richPaste } from '../paste/paste-rich-text.ts'
import { type DroppedLink, droppedLink } from './dropped-link.ts'
import type { PasteChooser } from './paste-chooser.ts'

/** A paste worth a second look is no book; what is longer goes in as it is. */
const longestPaste = 200_000

/**
 * Pastes what the clipboard holds, then makes a link, an embed or Markdown of it where that is what it is for: two steps
 * of history, so that one undo gives back the raw paste. Mod+Shift+V pastes plainly. A link dropped on the text is
 * pasted where it falls.
 */
export function pasteSmartly({ offer }: PasteChooser): Extension {
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
      const pasted = insertRaw(view, { from, to }, text.replaceAll('\r\n', '\n'), 'input.paste')
      const smart = smartPaste(view.state.doc.toString(), pasted, { replaced })
      const html = richHtml(event.clipboardData)
      // An address copied from a page brings its words as HTML, but it is the address that is meant.
      if (html === undefined || smart?.embed || (smart && replaced !== '')) offerIf(view, smart)
      else void richPaste(view, html, pasted).then(rich => offerIf(view, rich ?? smart))
      return true
    },
    drop(event, view) {
      const link = droppedLink(event.dataTransfer)
      if (!link || view.state.readOnly) return false
      // The nearest place: beside an empty line there is no exact one.
      const offset = view.posAtCoords({ x: event.clientX, y: event.clientY }, false)
      event.preventDefault()
      void dropLink(view, link, offset)
      return true
    },
  })

  function offerIf(view: EditorView, paste: SmartPaste | undefined): void {
    if (paste) offer(view, paste)
  }

  async function dropLink(view: EditorView, { url, html }: DroppedLink, offset: number): Promise<void> {
    const pasted = insertRaw(view, { from: offset, to: offset }, url, 'input.drop')
    view.focus()
    const { doc } = view.state
    const title = await linkTitle(html)
    if (view.state.doc.eq(doc)) offerIf(view, smartPaste(doc.toString(), pasted, { title, inLine: true }))
  }
}

function canPaste(state: EditorState): boolean {
  return !state.readOnly && state.selection.ranges.length === 1
}

/** As one step of the history, with the cursor behind it. @returns where it stands */
function insertRaw(view: EditorView, { from, to }: Span, text: string, event: string): Span {
  const end = from + text.length
  view.dispatch({
    changes: { from, to, insert: text },
    selection: { anchor: end },
    annotations: [isolateHistory.of('full'), Transaction.userEvent.of(event)],
    scrollIntoView: true,
  })
  return { from, to: end }
}
