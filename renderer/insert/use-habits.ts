import { useEffect, useState } from 'react'
import type { HostApi } from '../../core/contract/index.ts'
import type { HouseStyle } from '../../core/post/index.ts'
import { useLectern } from '../app/lectern-context.ts'

/** What the author's other posts teach about writing the next thing. */
export interface Habits {
  /** Their texts, newest first. */
  readonly posts: readonly string[]
  /** How embeds are written. */
  readonly house: HouseStyle
}

export interface HabitsBeingRead {
  /** Undefined until the host answers; a preview can do without. */
  readonly known: Habits | undefined
  /** For what is written into the post, which waits for the answer. */
  readonly all: () => Promise<Habits>
}

/** As many posts as an author's habits show in; more teach little and cost a moment. */
const enough = 60

/** The writer's habits, read once while the component stands. */
export function useHabits(): HabitsBeingRead {
  const { host, notices } = useLectern()
  const [asked] = useState(() => readHabits(host))
  const [known, setKnown] = useState<Habits>()
  useEffect(() => {
    let current = true
    asked.then(habits => current && setKnown(habits), notices.report)
    return () => {
      current = false
    }
  }, [asked, notices])
  return { known, all: () => asked }
}

async function readHabits(host: HostApi): Promise<Habits> {
  const [posts, house] = await Promise.all([host.newestSources(enough), host.embedHouse()])
  return { posts, house }
}
