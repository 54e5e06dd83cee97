import { useMemo, useSyncExternalStore } from 'react'
import type { RepoPath } from '../../core/contract/index.ts'
import { useLectern } from '../app/lectern-context.ts'
import type { DocumentState } from '../state/document.ts'
import { useStore } from '../state/use-store.ts'

/** The posts whose text is in the window and not in the file: of both editors, and put aside. */
export function useUnsavedPosts(): ReadonlySet<RepoPath> {
  const { beside } = useLectern()
  useStore(beside)
  const { document } = beside.first()
  const first = useSyncExternalStore(document.subscribe, () => unsavedIn(document.get()))
  const other = beside.lectern()?.document ?? document
  const second = useSyncExternalStore(other.subscribe, () => unsavedIn(other.get()))
  return useMemo(
    () => new Set([first, second].flatMap(paths => (paths === '' ? [] : paths.split('\0')))),
    [first, second],
  )
}

/** As one text, which is the same for as long as the posts are. */
function unsavedIn({ path, status, unsavedElsewhere }: DocumentState): string {
  const isHere = status.type === 'dirty' || status.type === 'not-saved' || status.type === 'conflict'
  return [...(path !== undefined && isHere ? [path] : []), ...unsavedElsewhere].join('\0')
}
