import type { HostEvent, HostEvents } from '../core/contract/index.ts'

export interface Announcements {
  readonly announce: (event: HostEvent) => void
  readonly events: HostEvents
}

/** Passes what services announce on to every page that listens. */
export function createAnnouncements(): Announcements {
  const listeners = new Set<(event: HostEvent) => void>()
  return {
    announce: event => {
      for (const listen of listeners) listen(event)
    },
    events: listen => {
      listeners.add(listen)
      return () => void listeners.delete(listen)
    },
  }
}
