import { useState } from 'react'

export interface Choice {
  readonly leftOut: ReadonlySet<string>
  readonly choose: (keys: readonly string[], wanted: boolean) => void
}

/** Of some things, all but those that are left out. */
export function useChoice(): Choice {
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  return {
    leftOut,
    choose: (keys, wanted) => {
      const left = new Set(leftOut)
      for (const key of keys) {
        if (wanted) left.delete(key)
        else left.add(key)
      }
      setLeftOut(left)
    },
  }
}
