import { useEffect, useState } from 'react'
import type { TalkRow } from '../../core/post/index.ts'
import { useLectern } from '../app/lectern-context.ts'
import { today } from '../insert/today.ts'

/** Other posts of the folder about the same talk, the oldest first. */
export function useOutings(path: string): readonly TalkRow[] {
  const { host } = useLectern()
  const [outings, setOutings] = useState<readonly TalkRow[]>([])
  useEffect(() => {
    let current = true
    host.listTalks(today()).then(
      talks => {
        const paths = talks.find(talk => talk.path === path)?.outings ?? []
        if (current) setOutings(paths.flatMap(other => talks.find(talk => talk.path === other) ?? []))
      },
      // The form stands without them.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [host, path])
  return outings
}
