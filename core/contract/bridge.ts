import type { HostEvent } from './events.ts'
import type { Reply } from './wire.ts'

/** Where the desktop host's preload puts its {@link HostBridge}: `window.lecternWire`. Absent in a browser tab. */
export const bridgeName = 'lecternWire'

/** All that the preload lets the page do: ask by name, and hear announcements. */
export interface HostBridge {
  call(method: string, args: readonly unknown[]): Promise<Reply>
  /** Subscribes; the returned function ends it. */
  on(listen: (event: HostEvent) => void): () => void
}
