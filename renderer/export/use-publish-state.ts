import { useEffect, useState } from 'react'
import type { PublishState } from '../../core/contract/index.ts'
import { useLectern, useWorkspace } from '../app/lectern-context.ts'

/** What is true of the repository now; asked again when the host says that it changed. */
export function usePublishState(): PublishState | undefined {
  const { connection, host, inSight } = useLectern()
  const { workspace } = useWorkspace()
  const [state, setState] = useState<PublishState>()
  useEffect(() => {
    // Another folder, another repository.
    const folder = workspace?.folder
    let current = folder !== undefined
    const ask = (): void => {
      // A repository that cannot be asked says nothing here; exporting into it says why.
      host.publishState().then(
        found => current && setState(found),
        () => current && setState(undefined),
      )
    }
    if (current) void inSight.then(() => current && ask())
    const end = connection.events(event => {
      if (current && event.type === 'publish-changed') ask()
    })
    return () => {
      current = false
      end()
    }
  }, [connection, host, inSight, workspace])
  return state
}
