import { isolateHistory } from '@codemirror/commands'
import { type Extension, Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { type CarriedText, type LinkHouse, carryLinks, pasteCarried } from '../../core/post/index.ts'

/** Beside the plain text: where the references in it lead. */
const carriedType = 'application/x-lectern-links'

/**
 * Text that is copied or cut takes the definitions of its links along, and brings them where it is pasted; not with
 * Mod+Shift+V.
 */
export function carryReferences(house: () => LinkHouse): Extension {
  let plainly = false
  return EditorView.domEventHandlers({
    keydown(event) {
      plainly = event.shiftKey && event.code === 'KeyV'
      return false
    },
    copy: (event, view) => copy(event, view),
    cut(event, view) {
      if (view.state.readOnly || !copy(event, view)) return false
      view.dispatch(view.state.replaceSelection(''), { userEvent: 'delete.cut', scrollIntoView: true })
      return true
    },
    paste(event, view) {
      const carried = readCarried(event.clipboardData)
      const { state } = view
      if (plainly || !carried || state.readOnly || state.selection.ranges.length > 1) return false
      const { from, to } = state.selection.main
      const { edits, selection } = pasteCarried(state.doc.toString(), { from, to }, carried, house())
      view.dispatch({
        changes: edits.map(edit => ({ ...edit })),
        ...(selection && { selection: { anchor: selection.to } }),
        annotations: [isolateHistory.of('full'), Transaction.userEvent.of('input.paste')],
        scrollIntoView: true,
      })
      event.preventDefault()
      return true
    },
  })
}

/** @returns false where there is nothing to take along: the editor then copies as always */
function copy(event: ClipboardEvent, { state }: EditorView): boolean {
  const { main, ranges } = state.selection
  if (!event.clipboardData || main.empty || ranges.length > 1) return false
  const carried = carryLinks(state.doc.toString(), { from: main.from, to: main.to })
  if (carried.references.length === 0) return false
  event.clipboardData.clearData()
  event.clipboardData.setData('text/plain', carried.text)
  event.clipboardData.setData(carriedType, JSON.stringify(carried))
  event.preventDefault()
  return true
}

/** Another program may have put anything under this name: what does not fit the plain text is left alone. */
function readCarried(clipboard: DataTransfer | null): CarriedText | undefined {
  const stored = clipboard?.getData(carriedType)
  if (!clipboard || !stored) return undefined
  try {
    const carried = JSON.parse(stored) as CarriedText
    const fits = carried.text === clipboard.getData('text/plain').replaceAll('\r\n', '\n')
    return fits && Array.isArray(carried.references) && Array.isArray(carried.plain) ? carried : undefined
  } catch {
    return undefined // Not ours.
  }
}
