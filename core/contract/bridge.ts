import type { HostEvent } from './events.ts'
import type { Reply } from './wire.ts'

/** Where the desktop host's preload puts its {@link HostBridge}: `window.lecternHost`. Absent in a browser tab. */
export const bridgeName = 'lecternHost'

/** All that the preload lets the page do: ask by name, and hear announcements. */
export interface HostBridge {
  invoke(method: string, args: readonly unknown[]): Promise<Reply>
  /** Subscribes; the returned function ends it. */
  listen(listener: (event: HostEvent) => void): () => void
}
