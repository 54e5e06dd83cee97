import { type HostEvent, loopback } from '../../core/contract/index.ts'
import type { ConnectionStatus } from './connection.ts'

const mayHaveChanged = ['posts-changed', 'site-changed', 'publish-changed'] as const

export interface EventFollower {
  onEvent(event: HostEvent): void
  onStatus(status: ConnectionStatus): void
}

const firstRetryMs = 500
const longestRetryMs = 5_000

/** A page that starts asks for everything itself; what changed since is asked for when it has started. */
const firstCatchUpMs = 2_000

/**
 * Reads the host's announcements for as long as the page lives, and comes back after a break.
 *
 * A streamed `fetch` rather than EventSource, which cannot carry the token header.
 */
export function followEvents(headers: Readonly<Record<string, string>>, follower: EventFollower): void {
  let retryMs = firstRetryMs
  let wasConnected = false
  async function follow(): Promise<void> {
    try {
      const response = await fetch(loopback.eventsPath, { headers })
      if (!response.ok || !response.body) throw new Error(`the event stream answered ${response.status}`)
      follower.onStatus('connected')
      retryMs = firstRetryMs
      catchUp()
      await readEvents(response.body, follower.onEvent)
    } catch {
      follower.onStatus('lost')
    }
    setTimeout(() => void follow(), retryMs)
    retryMs = Math.min(retryMs * 2, longestRetryMs)
  }
  /** What was announced before the stream was there is not announced again: ask anew for what may have changed. */
  function catchUp(): void {
    if (wasConnected) for (const type of mayHaveChanged) follower.onEvent({ type })
    else setTimeout(() => follower.onEvent({ type: 'posts-changed' }), firstCatchUpMs)
    wasConnected = true
  }
  void follow()
}

/** Hands on each announcement of a `text/event-stream` body, until it ends. */
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  onEvent: (event: HostEvent) => void,
): Promise<void> {
  const decoder = new TextDecoder()
  let waiting = ''
  for await (const chunk of body) {
    waiting += decoder.decode(chunk, { stream: true })
    const lines = waiting.split('\n')
    waiting = lines.pop() ?? ''
    for (const line of lines) {
      if (line.startsWith('data:')) onEvent(JSON.parse(line.slice('data:'.length)) as HostEvent)
    }
  }
}
