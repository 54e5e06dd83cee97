import { Suspense } from 'react'
import { useStore } from '../state/use-store.ts'
import { useLectern } from './lectern-context.ts'
import { lazily } from './lazily.ts'

const DialogHost = lazily(async () => (await import('./DialogHost.tsx')).DialogHost)

/** The place of dialogs; their code is loaded in the first pause, or with the first that opens. */
export function OpenDialogs() {
  const open = useStore(useLectern().dialogs)
  return (
    open && (
      <Suspense>
        <DialogHost />
      </Suspense>
    )
  )
}
