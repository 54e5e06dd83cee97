import { useEffect, useState } from 'react'
import type { SiteFacts } from '../../core/jekyll/index.ts'
import { useLectern } from '../app/lectern-context.ts'

/** What the site says of all its posts; undefined until the host answers. */
export function useSiteFacts(): SiteFacts | undefined {
  const { host, notices } = useLectern()
  const [facts, setFacts] = useState<SiteFacts>()
  useEffect(() => {
    let current = true
    host.describeSite().then(told => current && setFacts(told), notices.report)
    return () => {
      current = false
    }
  }, [host, notices])
  return facts
}
