import type { HostApi } from '../../core/contract/index.ts'
import { isPending } from '../../core/post/index.ts'
import type { EmbedHabits } from '../insert/embed-habits.ts'
import { readEmbedStyle } from '../insert/embed-style.ts'
import type { LinkMemory } from '../links/link-memory.ts'
import type { EmbedQueue } from '../panels/embed-queue.ts'
import type { DocumentStore } from '../state/document.ts'
import type { SettingsStore } from '../state/settings.ts'
import type { Pasting } from './pasting.ts'

export interface WindowPastingOptions {
  readonly host: Pick<HostApi, 'lookupEmbed'>
  readonly document: DocumentStore
  readonly settings: SettingsStore
  readonly links: LinkMemory
  readonly embedHabits: EmbedHabits
  /** Made after the editor, which pastes. */
  readonly embedQueue: () => EmbedQueue
  readonly keys: () => string
}

/** Pasting in the open window: the author's habits, the services, and the queue of what waits for them. */
export function createWindowPasting(options: WindowPastingOptions): Pasting {
  const { host, document, settings, links, embedHabits, embedQueue, keys } = options
  return {
    house() {
      const embeds = embedHabits.get()
      return {
        links: links.get().house,
        ...(embeds && { embeds }),
        styleOf: provider => readEmbedStyle(settings, provider),
      }
    },
    async ask(address) {
      try {
        const { embed } = await host.lookupEmbed(address)
        return embed && !isPending(embed) ? embed : undefined
      } catch {
        // Whatever went wrong, the link stands in, and the queue says what comes of it.
        return undefined
      }
    },
    wait(address) {
      const { path } = document.get()
      if (path !== undefined) embedQueue().add(path, address)
    },
    forget(address) {
      const { path } = document.get()
      const entry = embedQueue()
        .get()
        .entries.find(queued => queued.path === path && queued.address === address)
      if (entry) embedQueue().drop(entry)
    },
    keys,
  }
}
