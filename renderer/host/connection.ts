import type { HostApi, HostEvents } from '../../core/contract/index.ts'
import type { Store } from '../state/store.ts'

/** Whether the host answers. While it does not, the text stays in the window and Lectern keeps trying. */
export type ConnectionStatus = 'connected' | 'lost'

/** The way to the machine: the same for a window of the desktop app and a browser tab. */
export interface Connection {
  readonly host: HostApi
  readonly events: HostEvents
  readonly status: Pick<Store<ConnectionStatus, never>, 'get' | 'subscribe'>
}
