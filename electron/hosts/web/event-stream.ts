import type { ServerResponse } from 'node:http'

import type { HostEvents } from '../../../core/contract/index.ts'

const heartbeatMs = 15_000

/**
 * Writes each event as server-sent data until the reader goes away. Comments keep the connection known to be alive.
 *
 * @param readers who listens now: the answer is among them until its reader goes away
 */
export function streamEvents(
  response: ServerResponse,
  events: HostEvents,
  readers: Set<ServerResponse>,
): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.write(':\n\n')
  const end = events(event => void response.write(`data: ${JSON.stringify(event)}\n\n`))
  const heartbeat = setInterval(() => response.write(':\n\n'), heartbeatMs)
  heartbeat.unref()
  readers.add(response)
  response.on('close', () => {
    readers.delete(response)
    clearInterval(heartbeat)
    end()
  })
}
