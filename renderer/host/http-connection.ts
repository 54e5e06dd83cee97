import {
  type HostApi,
  type HostEvent,
  type Reply,
  createClient,
  hostMethods,
  loopback,
} from '../../core/contract/index.ts'
import { messageFor } from '../../core/errors.ts'
import { createStore } from '../state/store.ts'
import type { Connection, ConnectionStatus } from './connection.ts'
import { followEvents } from './event-stream.ts'

/**
 * A string is copied where the writer types; what is large leaves as a blob, which is read elsewhere. Not while the page
 * goes, as it is read later then.
 */
const largeBody = 100_000

/** What a browser still delivers after the page is gone: 64 KiB of all such requests together. */
const mostKeptAlive = 30_000

function bodyOf(args: readonly unknown[]): string | Blob {
  const json = JSON.stringify(args)
  return json.length > largeBody && document.visibilityState === 'visible'
    ? new Blob([json], { type: 'application/json' })
    : json
}

function failed(code: 'host.no-key' | 'host.unreachable'): Reply {
  return { ok: false, error: { code, message: messageFor(code, []) } }
}

/** The web host: one POST a call, one streamed response for the events. */
export function httpConnection(token: string): Connection {
  const status = createStore<ConnectionStatus, ConnectionStatus>('connected', (_, next) => next)
  const listeners = new Set<(event: HostEvent) => void>()
  const headers = { Authorization: loopback.authorization(token) }

  let isLeaving = false
  window.addEventListener('pagehide', () => (isLeaving = true), { capture: true })
  window.addEventListener('pageshow', () => (isLeaving = false), { capture: true })

  async function send(method: string, args: readonly unknown[]): Promise<Reply> {
    try {
      const body = bodyOf(args)
      const response = await fetch(loopback.methodPath(method), {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body,
        keepalive: isLeaving && typeof body === 'string' && body.length < mostKeptAlive,
      })
      status.send('connected')
      return response.status === 401 ? failed('host.no-key') : ((await response.json()) as Reply)
    } catch {
      status.send('lost')
      return failed('host.unreachable')
    }
  }

  let following = false
  function follow(): void {
    if (following) return
    following = true
    followEvents(headers, {
      onEvent: event => {
        for (const listen of listeners) listen(event)
      },
      onStatus: next => status.send(next),
    })
  }

  return {
    host: createClient<HostApi>(hostMethods, send),
    events(listen) {
      // The stream takes one of the browser's six connections: not before somebody listens.
      follow()
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    status,
  }
}
