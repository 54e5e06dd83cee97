import type { QueuedEmbed, RepoPath } from '../../core/contract/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { type Store, createStore } from '../state/store.ts'
import { type OpenPost, hasPendingLink, placeEmbed, placeUnasked } from './place-embed.ts'

export interface EmbedQueueState {
  readonly entries: readonly QueuedEmbed[]
  readonly busy: boolean
}

/** The embeds of the folder that wait for the network. */
export interface EmbedQueue extends Pick<Store<EmbedQueueState, never>, 'get' | 'subscribe'> {
  /**
   * Reads it again, as after another folder was opened, and goes on with what the writer left waiting: where there is a
   * network, the services of what is due are asked. Of what the writer did not put in, nobody ever is.
   */
  refresh(): void
  /** The writer put a link into a post that stands for this: its service is asked again by and by. */
  add(path: RepoPath, address: string): void
  drop(entry: QueuedEmbed): void
  /** Asks the services: of all that waits, on the writer's action; of what is due, when the network is back. */
  ask(which: 'all' | 'due'): void
  /** Writes what a service told in the place of the link that stands for it. */
  place(entry: QueuedEmbed): void
  /** A post was saved: what its file is now is what the queue may write into. */
  saved(path: RepoPath): void
}

export interface EmbedQueueOptions extends Pick<Lectern, 'desk' | 'host' | 'notices' | 'settings'> {
  /** The posts in the editors. */
  readonly openPosts: () => readonly OpenPost[]
  readonly isOnline?: () => boolean
}

/** Nobody is asked more often, whatever came between. */
const shortestWaitMs = 30_000

export function createEmbedQueue(options: EmbedQueueOptions): EmbedQueue {
  const { host, notices, isOnline = () => navigator.onLine } = options
  const store = createStore<EmbedQueueState, Partial<EmbedQueueState>>(
    { entries: [], busy: false },
    (state, change) => ({ ...state, ...change }),
  )
  let timer: ReturnType<typeof setTimeout> | undefined

  function follow(asked: Promise<readonly QueuedEmbed[]>): Promise<void> {
    store.send({ busy: true })
    return asked.then(
      entries => {
        store.send({ entries, busy: false })
        askWhenDue()
      },
      (error: unknown) => {
        store.send({ busy: false })
        notices.report(error)
      },
    )
  }

  function askWhenDue(): void {
    clearTimeout(timer)
    const due = store
      .get()
      .entries.filter(entry => entry.state === 'waiting')
      .map(entry => Date.parse(entry.nextAt))
    if (due.length === 0) return
    timer = setTimeout(() => ask('due'), Math.max(Math.min(...due) - Date.now(), shortestWaitMs))
  }

  function ask(which: 'all' | 'due'): void {
    void follow(resolveAll(which))
  }

  async function resolveAll(which: 'all' | 'due'): Promise<readonly QueuedEmbed[]> {
    const entries = await host.resolveEmbedQueue(which)
    for (const entry of entries) if (entry.state === 'resolved') await placeUnasked(options, entry)
    return host.listEmbedQueue()
  }

  return {
    get: store.get,
    subscribe: store.subscribe,
    refresh: () =>
      void follow(host.listEmbedQueue()).then(() => {
        const isDue = store
          .get()
          .entries.some(({ state, nextAt }) => state === 'waiting' && Date.parse(nextAt) <= Date.now())
        if (isDue && isOnline()) ask('due')
      }),
    add: (path, address) => void follow(host.queueEmbed(path, address)),
    drop: ({ path, address }) => void follow(host.dropQueuedEmbed(path, address)),
    ask,
    place: entry => void follow(placeEmbed(options, entry)),
    saved(path) {
      const waiting = store.get().entries.filter(entry => entry.path === path)
      const post = options.openPosts().find(({ document }) => document.get().path === path)
      for (const { address } of waiting)
        if (post && hasPendingLink(post.editor.text(), address)) void follow(host.queueEmbed(path, address))
    },
  }
}
