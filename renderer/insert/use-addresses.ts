import { useEffect, useState } from 'react'
import type { DocumentAddress } from '../../core/jekyll/index.ts'
import { useLectern } from '../app/lectern-context.ts'

/** The writer's own posts and their addresses, newest first; empty until the host answers. */
export function useAddresses(): readonly DocumentAddress[] {
  const { host, notices } = useLectern()
  const [addresses, setAddresses] = useState<readonly DocumentAddress[]>([])
  useEffect(() => {
    let current = true
    host.listAddresses().then(found => current && setAddresses(found), notices.report)
    return () => {
      current = false
    }
  }, [host, notices])
  return addresses
}
