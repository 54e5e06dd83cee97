import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { LecternError } from '../../core/errors.ts'

export interface LoopbackServer {
  readonly port: number
  close(): Promise<void>
}

export interface LoopbackOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number
  /** The names a request may give in `Host`. Any other was led here by a foreign DNS record and is answered 421. */
  readonly hostNames: readonly string[]
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  readonly report: (error: unknown) => void
}

/**
 * An HTTP server on 127.0.0.1 and nothing else.
 *
 * @throws LecternError 'host.port-taken'
 */
export async function startLoopbackServer(options: LoopbackOptions): Promise<LoopbackServer> {
  let port = 0
  const server = createServer((request, response) => {
    if (!options.hostNames.some(name => request.headers.host === `${name}:${port}`))
      return refuse(response, 421)
    options.handle(request, response).catch((error: unknown) => {
      options.report(error)
      if (response.headersSent) response.destroy()
      else refuse(response, 500)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', cause => {
      reject(new LecternError('host.port-taken', [String(options.port ?? 0)], { cause }))
    })
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  port = (server.address() as AddressInfo).port
  return {
    port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Answers with a status and nothing that could be of use to who should not have asked. */
export function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${status}\n`)
}
