import type { ServerResponse } from 'node:http'

import type { HostEvents } from '../../../core/contract/index.ts'

const heartbeatMs = 15_000

/** Writes each event as a line of JSON until the reader goes away. Empty lines keep the connection known to be alive. */
export function streamEvents(response: ServerResponse, events: HostEvents): void {
  response.writeHead(200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.write('\n')
  const end = events(event => void response.write(`${JSON.stringify(event)}\n`))
  const heartbeat = setInterval(() => response.write('\n'), heartbeatMs)
  heartbeat.unref()
  response.on('close', () => {
    clearInterval(heartbeat)
    end()
  })
}
