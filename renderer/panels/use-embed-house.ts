import { useEffect, useState } from 'react'
import type { HouseStyle } from '../../core/post/index.ts'
import { useLectern } from '../app/lectern-context.ts'

/** How the author's posts and site write embeds; undefined until the host answers. */
export function useEmbedHouse(): HouseStyle | undefined {
  const { host, notices } = useLectern()
  const [house, setHouse] = useState<HouseStyle>()
  useEffect(() => {
    let current = true
    host.embedHouse().then(found => current && setHouse(found), notices.report)
    return () => {
      current = false
    }
  }, [host, notices])
  return house
}
