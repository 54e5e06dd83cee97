import { useMemo } from 'react'
import { useLectern } from '../app/lectern-context.ts'
import type { DocumentState } from '../state/document.ts'
import { useStore } from '../state/use-store.ts'

/** What is known of the post of the window, and of the one beside it. */
export function useOpenDocuments(): readonly DocumentState[] {
  const { beside } = useLectern()
  useStore(beside)
  const { document } = beside.first()
  const first = useStore(document)
  const second = useStore(beside.lectern()?.document ?? document)
  return useMemo(() => [first, second], [first, second])
}
