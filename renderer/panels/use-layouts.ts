import { useEffect, useState } from 'react'
import { useLectern } from '../app/lectern-context.ts'

/** The layouts of the site and of its theme; empty until the host answers. */
export function useLayouts(): readonly string[] {
  const { host, notices } = useLectern()
  const [layouts, setLayouts] = useState<readonly string[]>([])
  useEffect(() => {
    let current = true
    host.listLayouts().then(found => current && setLayouts(found), notices.report)
    return () => {
      current = false
    }
  }, [host, notices])
  return layouts
}
