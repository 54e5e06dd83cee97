import type { QueuedEmbed, RepoPath } from '../../core/contract/index.ts'
import { isPending, rewriteEmbed } from '../../core/post/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { readEmbedStyle } from '../insert/embed-style.ts'
import { type Store, createStore } from '../state/store.ts'
import { embedsIn } from './panel-embed.ts'

export interface EmbedQueueState {
  readonly entries: readonly QueuedEmbed[]
  readonly busy: boolean
}

/** The embeds of the folder that wait for the network. */
export interface EmbedQueue extends Pick<Store<EmbedQueueState, never>, 'get' | 'subscribe'> {
  /** Reads it again, as after another folder was opened. Asks nobody but the host. */
  refresh(): void
  add(path: RepoPath, address: string): void
  drop(entry: QueuedEmbed): void
  /** Asks the services: of all that waits, on the writer's action; of what is due, when the network is back. */
  ask(which: 'all' | 'due'): void
  /** Writes what a service told in the place of the link that stands for it. */
  place(entry: QueuedEmbed): void
}

export type EmbedQueueOptions = Pick<
  Lectern,
  'desk' | 'document' | 'editor' | 'host' | 'notices' | 'settings'
>

export function createEmbedQueue(options: EmbedQueueOptions): EmbedQueue {
  const { host, notices } = options
  const store = createStore<EmbedQueueState, Partial<EmbedQueueState>>(
    { entries: [], busy: false },
    (state, change) => ({ ...state, ...change }),
  )
  function follow(asked: Promise<readonly QueuedEmbed[]>): void {
    store.send({ busy: true })
    asked.then(
      entries => store.send({ entries, busy: false }),
      (error: unknown) => {
        store.send({ busy: false })
        notices.report(error)
      },
    )
  }
  return {
    get: store.get,
    subscribe: store.subscribe,
    refresh: () => follow(host.listEmbedQueue()),
    add: (path, address) => follow(host.queueEmbed(path, address)),
    drop: ({ path, address }) => follow(host.dropQueuedEmbed(path, address)),
    ask: which => follow(host.resolveEmbedQueue(which)),
    place: entry => follow(placeEmbed(options, entry)),
  }
}

/** In the editor for the open post; else in the file, unless somebody changed the link there. */
async function placeEmbed(options: EmbedQueueOptions, entry: QueuedEmbed): Promise<readonly QueuedEmbed[]> {
  const { desk, document, host, notices } = options
  if (document.get().path === entry.path) {
    if (await placeInEditor(options, entry)) return host.dropQueuedEmbed(entry.path, entry.address)
  } else if ((await host.placeQueuedEmbed(entry.path, entry.address)) === 'placed') {
    notices.show({
      kind: 'success',
      text: `${entry.path} has its embed now.`,
      action: { label: 'Open', run: () => void desk.open(entry.path).catch(notices.report) },
    })
    return host.listEmbedQueue()
  }
  notices.show({
    kind: 'info',
    text: `The link in ${entry.path} was changed meanwhile, so it stays as it is.`,
  })
  return host.listEmbedQueue()
}

async function placeInEditor(
  { editor, host, settings }: EmbedQueueOptions,
  { address, embed }: QueuedEmbed,
): Promise<boolean> {
  if (!embed) return false
  const house = await host.embedHouse()
  const style = readEmbedStyle(settings, embed.provider)
  const source = editor.text()
  const edits = embedsIn(source, house)
    .filter(found => isPending(found.embed) && found.embed.pageUrl === address)
    .flatMap(found => rewriteEmbed(source, found, style, { embed, house }))
  if (edits.length > 0) editor.apply({ edits }, 'Put the embed in', { stay: true })
  return edits.length > 0
}
