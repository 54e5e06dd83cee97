import { useEffect, useState } from 'react'
import type { LinkTarget } from '../../core/post/index.ts'
import { useLectern } from '../app/lectern-context.ts'

const most = 30

/** Headings of the writer's own posts that words lead to; those of the words before until the host answers. */
export function useHeadingTargets(typed: string): readonly LinkTarget[] {
  const { host, notices } = useLectern()
  const [headings, setHeadings] = useState<readonly LinkTarget[]>([])
  useEffect(() => {
    let current = true
    host.findTargets(typed, most).then(found => current && setHeadings(found.headings), notices.report)
    return () => {
      current = false
    }
  }, [host, notices, typed])
  return headings
}
