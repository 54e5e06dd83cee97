import type { HostApi, HostEvents } from '../../core/contract/index.ts'

/** A host as its page sees it, whatever lies between. */
export interface RunningHost {
  readonly host: HostApi
  readonly events: HostEvents
  /** A call as a page that does not keep to the contract could send it. */
  readonly send: (method: string, args: readonly unknown[]) => Promise<unknown>
}

/** Starts a host with a folder open, everything of its own under `home`; it ends with the test. */
export type StartHost = (folder: string, home: string) => Promise<RunningHost>
