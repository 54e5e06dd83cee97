import { messageFor } from '../../core/errors.ts'
import { useStore } from '../state/use-store.ts'
import { Notice } from '../ui/Notice.tsx'
import { useLectern } from './lectern-context.ts'

/** Stands under the top bar for as long as the host does not answer. */
export function ConnectionNotice() {
  const status = useStore(useLectern().connection.status)
  return status === 'lost' ? <Notice tone="warning">{messageFor('host.unreachable', [])}</Notice> : null
}
