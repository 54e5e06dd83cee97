import { flushSync } from 'react-dom'
import { useStore } from '../state/use-store.ts'
import { dialogs } from './dialogs.ts'
import { useLectern } from './lectern-context.ts'

/** The dialog that was asked for, if any. With it comes the code of all dialogs. */
export function DialogHost() {
  const lectern = useLectern()
  const open = useStore(lectern.dialogs)
  const entry = dialogs.find(({ id }) => id === open?.id)
  if (!open || !entry) return null
  // Gone when `onClose` returns: what the dialog does next can then focus the editor, which was inert behind it.
  const close = (): void => {
    flushSync(lectern.dialogs.close)
    if (document.activeElement === document.body) lectern.editor.focus()
  }
  return <entry.Component key={entry.id} argument={open.argument} onClose={close} />
}
