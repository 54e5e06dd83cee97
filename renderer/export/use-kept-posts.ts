import { useEffect, useMemo, useState } from 'react'
import { useSettings, useWorkspace } from '../app/lectern-context.ts'
import { type KeptRow, keptRows, nextReadyMs, readKept } from './kept-posts.ts'

/** A machine that slept wakes its timers late or not at all; so often the clock is looked at. */
const longestPauseMs = 30_000

/** The posts that are kept until their date; the component renders again when the time of one has come. */
export function useKeptPosts(): readonly KeptRow[] {
  const settings = useSettings()
  const { posts } = useWorkspace()
  const [nowMs, setNowMs] = useState(Date.now)
  const rows = useMemo(() => keptRows(readKept(settings), posts, nowMs), [settings, posts, nowMs])
  const waitMs = nextReadyMs(rows, nowMs)
  useEffect(() => {
    if (waitMs === undefined) return
    const timer = setTimeout(() => setNowMs(Date.now()), Math.min(Math.max(waitMs, 0) + 50, longestPauseMs))
    return () => clearTimeout(timer)
  }, [waitMs])
  return rows
}
