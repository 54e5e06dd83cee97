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
import { createLargeCalls, isLarge } from './large-calls.ts'

/** The web host: one POST a call, one streamed response for the events. */
export function httpConnection(token: string): Connection {
  const status = createStore<ConnectionStatus, ConnectionStatus>('connected', (_, next) => next)
  const listeners = new Set<(event: HostEvent) => void>()
  const headers = { Authorization: loopback.authorization(token) }
  const jsonHeaders = { ...headers, 'Content-Type': 'application/json' }
  const sendLarge = createLargeCalls()

  async function send(method: string, args: readonly unknown[]): Promise<Reply> {
    try {
      const reply = await answerTo(loopback.methodPath(method), args)
      status.send('connected')
      return reply
    } catch {
      status.send('lost')
      return { ok: false, error: { code: 'host.unreachable', message: messageFor('host.unreachable', []) } }
    }
  }

  async function answerTo(path: string, args: readonly unknown[]): Promise<Reply> {
    // While the page goes, its workers may be gone already.
    if (isLarge(args) && document.visibilityState === 'visible')
      return sendLarge({ url: new URL(path, location.href).href, headers: jsonHeaders, args })
    const body = JSON.stringify(args)
    const response = await fetch(path, { method: 'POST', headers: jsonHeaders, body })
    return (await response.json()) as Reply
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
