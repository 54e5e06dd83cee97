import { useEffect, useMemo, useState } from 'react'
import type { QueuedEmbed, RepoPath } from '../../core/contract/index.ts'
import { isPending, rewriteEmbed } from '../../core/post/index.ts'
import type { Lectern } from '../app/lectern.ts'
import { useLectern } from '../app/lectern-context.ts'
import { readEmbedStyle } from '../insert/embed-style.ts'
import { embedsIn } from './panel-embed.ts'

export interface EmbedQueue {
  readonly entries: readonly QueuedEmbed[]
  readonly busy: boolean
  readonly add: (path: RepoPath, address: string) => void
  readonly drop: (entry: QueuedEmbed) => void
  /** Asks the services of all that waits. */
  readonly askNow: () => void
  /** Writes what a service told in the place of the link that stands for it. */
  readonly place: (entry: QueuedEmbed) => void
}

/** The embeds that wait for the network. When it is back, those that are due are asked about, as the writer wished. */
export function useEmbedQueue(): EmbedQueue {
  const lectern = useLectern()
  const { host, notices } = lectern
  const [entries, setEntries] = useState<readonly QueuedEmbed[]>([])
  const [busy, setBusy] = useState(false)
  const actions = useMemo(() => {
    const follow = (asked: Promise<readonly QueuedEmbed[]>): void => {
      setBusy(true)
      asked.then(setEntries, notices.report).finally(() => setBusy(false))
    }
    return {
      list: () => follow(host.listEmbedQueue()),
      add: (path: RepoPath, address: string) => follow(host.queueEmbed(path, address)),
      drop: ({ path, address }: QueuedEmbed) => follow(host.dropQueuedEmbed(path, address)),
      askNow: () => follow(host.resolveEmbedQueue('all')),
      askDue: () => follow(host.resolveEmbedQueue('due')),
      place: (entry: QueuedEmbed) => follow(placeEmbed(lectern, entry)),
    }
  }, [lectern, host, notices])
  useEffect(() => {
    actions.list()
    window.addEventListener('online', actions.askDue)
    return () => window.removeEventListener('online', actions.askDue)
  }, [actions])
  return { entries, busy, ...actions }
}

/** In the editor for the open post; else in the file, unless somebody changed the link there. */
async function placeEmbed(lectern: Lectern, entry: QueuedEmbed): Promise<readonly QueuedEmbed[]> {
  const { desk, document, host, notices } = lectern
  if (document.get().path === entry.path) {
    if (await placeInEditor(lectern, entry)) return host.dropQueuedEmbed(entry.path, entry.address)
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

async function placeInEditor({ editor, host, settings }: Lectern, entry: QueuedEmbed): Promise<boolean> {
  const { embed } = entry
  if (!embed) return false
  const house = await host.embedHouse()
  const source = editor.text()
  const edits = embedsIn(source, house)
    .filter(found => isPending(found.embed) && found.embed.pageUrl === entry.address)
    .flatMap(found => rewriteEmbed(source, found, readEmbedStyle(settings, embed.provider), { embed, house }))
  if (edits.length > 0) editor.apply({ edits }, 'Put the embed in', { stay: true })
  return edits.length > 0
}
