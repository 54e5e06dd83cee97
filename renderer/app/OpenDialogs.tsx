import { useStore } from '../state/use-store.ts'
import { dialogs } from './dialogs.ts'
import { useLectern } from './lectern-context.ts'

/** The dialog that was asked for, if any. */
export function OpenDialogs() {
  const lectern = useLectern()
  const open = useStore(lectern.dialogs)
  const entry = dialogs.find(({ id }) => id === open?.id)
  if (!open || !entry) return null
  return <entry.Component key={entry.id} argument={open.argument} onClose={lectern.dialogs.close} />
}
