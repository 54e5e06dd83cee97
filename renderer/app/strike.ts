import { EditorView } from '@codemirror/view'
import { flushSync } from 'react-dom'
import { nextToFocus } from '../ui/focus-first.ts'

/** What was struck: a key, text as it was written or composed, what was pasted. */
export type Struck =
  | { readonly type: 'key'; readonly event: KeyboardEvent }
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'paste'; readonly data: DataTransfer }

/** Does what would have happened if it were struck now, where the focus is. What follows from it is there on return. */
export function strike(struck: Struck): void {
  flushSync(() => {
    if (struck.type === 'text') write(struck.text)
    else if (struck.type === 'paste') paste(struck.data)
    else press(struck.event)
  })
}

/** Whether a key writes its character. */
export function writes(event: KeyboardEvent, isMac = false): boolean {
  const { key, ctrlKey, metaKey, altKey } = event
  if ([...key].length !== 1) return false
  return event.getModifierState('AltGraph') || !(ctrlKey || metaKey || (altKey && !isMac))
}

function press(event: KeyboardEvent): void {
  const target = document.activeElement ?? document.body
  if (!target.dispatchEvent(new KeyboardEvent('keydown', event))) return
  // No browser does by itself what a key that a program presses stands for.
  if (writes(event)) write(event.key)
  else if (!event.ctrlKey && !event.metaKey && !event.altKey) actions[event.key]?.(target, event)
}

const actions: Readonly<Record<string, (target: Element, event: KeyboardEvent) => void>> = {
  Enter(target) {
    if (target instanceof HTMLTextAreaElement) write('\n')
    else if (target instanceof HTMLInputElement) target.form?.requestSubmit()
    else if (target.matches('button, a[href], summary')) (target as HTMLElement).click()
  },
  Escape: () => topDialog()?.dispatchEvent(new Event('cancel', { cancelable: true })),
  Tab: (target, { shiftKey }) => {
    const dialog = topDialog()
    if (dialog) nextToFocus(dialog, target, shiftKey ? -1 : 1)?.focus()
  },
  Backspace: () => document.execCommand('delete'),
  Delete: () => document.execCommand('forwardDelete'),
}

function topDialog(): HTMLDialogElement | undefined {
  return [...document.querySelectorAll<HTMLDialogElement>('dialog:modal')].at(-1)
}

function write(text: string): void {
  const editor = editorWithFocus()
  if (!editor) return void document.execCommand('insertText', false, text)
  // Its element has the focus at once; where the cursor was, the browser learns later.
  if (!editor.state.readOnly)
    editor.dispatch(editor.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true })
}

function paste(clipboardData: DataTransfer): void {
  const target = document.activeElement ?? document.body
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
  if (target.dispatchEvent(event)) write(clipboardData.getData('text/plain'))
}

function editorWithFocus(): EditorView | undefined {
  const text = document.activeElement?.closest<HTMLElement>('.cm-content')
  return (text && EditorView.findFromDOM(text)) ?? undefined
}
