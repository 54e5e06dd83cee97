import type { HostApi } from '../../core/contract/index.ts'
import {
  type KnownLink,
  type LabelIndex,
  type LinkHouse,
  indexLabels,
  learnFromFacts,
  plainHouse,
} from '../../core/post/index.ts'
import { type Store, createStore } from '../state/store.ts'

/** What is known of all links of the folder's saved posts. */
export interface KnownLinks {
  /** The most used first. */
  readonly links: readonly KnownLink[]
  readonly labels: LabelIndex
  readonly house: LinkHouse
}

export interface LinkMemory extends Pick<Store<KnownLinks, never>, 'get' | 'subscribe'> {
  /** Asks the host anew, once the changes that come together are over. */
  refresh(): void
}

const nothingKnown: KnownLinks = { links: [], labels: [], house: plainHouse }
/** As many posts as an author's habits show in. */
const enough = 150
const pauseMs = 1_000

export function createLinkMemory(
  host: Pick<HostApi, 'knownLinks' | 'newestLinks'>,
  report: (error: unknown) => void,
): LinkMemory {
  const store = createStore<KnownLinks, KnownLinks>(nothingKnown, (_, next) => next)
  let pause: ReturnType<typeof setTimeout> | undefined

  async function ask(): Promise<void> {
    const links = await host.knownLinks()
    const newest = await host.newestLinks(enough)
    store.send({ links, labels: indexLabels(links), house: learnFromFacts(newest) })
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    refresh() {
      clearTimeout(pause)
      pause = setTimeout(() => void ask().catch(report), pauseMs)
    },
  }
}
