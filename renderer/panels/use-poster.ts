import { useEffect, useState } from 'react'
import { useLectern } from '../app/lectern-context.ts'

/** The stored picture of an embed, once it is there. */
export function usePoster(hash: string | undefined): string | undefined {
  const { posters } = useLectern()
  const [shown, setShown] = useState<{ readonly hash: string; readonly poster: string | undefined }>()
  useEffect(() => {
    if (hash === undefined) return
    let current = true
    void posters.get(hash).then(poster => current && setShown({ hash, poster }))
    return () => {
      current = false
    }
  }, [posters, hash])
  return shown?.hash === hash ? shown?.poster : undefined
}
