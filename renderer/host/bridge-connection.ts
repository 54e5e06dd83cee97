import {
  type HostApi,
  type HostBridge,
  bridgeName,
  createClient,
  hostMethods,
} from '../../core/contract/index.ts'
import { createStore } from '../state/store.ts'
import type { Connection, ConnectionStatus } from './connection.ts'

/** What the desktop app's preload put on the window; undefined in a browser tab. */
export function findBridge(): HostBridge | undefined {
  return (globalThis as { readonly [bridgeName]?: HostBridge })[bridgeName]
}

/** Window and host live and die together, so this connection is never lost. */
export function bridgeConnection(bridge: HostBridge): Connection {
  return {
    host: createClient<HostApi>(hostMethods, (method, args) => bridge.call(method, args)),
    events: listen => bridge.on(listen),
    status: createStore<ConnectionStatus, never>('connected', state => state),
  }
}
