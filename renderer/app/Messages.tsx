import { useStore } from '../state/use-store.ts'
import { Toasts } from '../ui/Toast.tsx'
import { useLectern } from './lectern-context.ts'

/** What happened, said once at the foot of the window. */
export function Messages() {
  const { notices } = useLectern()
  return <Toasts messages={useStore(notices)} onDismiss={notices.dismiss} />
}
