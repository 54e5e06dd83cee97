import type { HostApi } from '../../core/contract/index.ts'
import type { HouseStyle } from '../../core/post/index.ts'

/** How the author of the open folder writes embeds, as far as it is known. */
export interface EmbedHabits {
  /** What is known now; what may be out of date is read again meanwhile. */
  get(): HouseStyle | undefined
  /** Another folder is open: nothing is known of it, and what is needed first has its turn. */
  forget(): void
  /** A post was saved, or changed from outside. */
  mayHaveChanged(): void
}

/** Opening a folder has more urgent things to read. */
const pauseMs = 1_500

export function createEmbedHabits(
  host: Pick<HostApi, 'embedHouse'>,
  report: (error: unknown) => void,
): EmbedHabits {
  let known: HouseStyle | undefined
  let isStale = false
  let asked = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function read(): void {
    const mine = ++asked
    isStale = false
    host.embedHouse().then(house => {
      if (mine === asked) known = house
    }, report)
  }

  return {
    get() {
      if (isStale) read()
      return known
    },
    forget() {
      known = undefined
      asked++
      clearTimeout(timer)
      timer = setTimeout(read, pauseMs)
    },
    mayHaveChanged() {
      isStale = true
    },
  }
}
