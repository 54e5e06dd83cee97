import { useEffect, useState } from 'react'
import type { Connection } from '../host/connection.ts'

/** How many files of the export in hand are written. */
export function useExportProgress(connection: Connection): { readonly done: number; readonly total: number } {
  const [progress, setProgress] = useState({ done: 0, total: 0 })
  useEffect(
    () =>
      connection.events(event => {
        if (event.type === 'export-progress') setProgress({ done: event.done, total: event.total })
      }),
    [connection],
  )
  return progress
}
