import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Network } from '../../electron/services/checked-request.ts'

/** How a made-up service answers. `hold` never answers. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** Services of the internet, all played by one server on loopback behind public addresses. */
export interface EmbedServices {
  readonly network: Network
  /** `host/path` of every request that arrived. */
  readonly requests: string[]
  /** The headers of the last request. */
  readonly lastHeaders: () => IncomingMessage['headers']
  /** How a host answers from now on. */
  readonly answer: (host: string, answer: Answer) => void
  /** What a host's name resolves to; a public address where not given. */
  readonly resolveTo: (host: string, ...addresses: string[]) => void
  /** Addresses connections were made to. */
  readonly connections: string[]
  readonly mostAtOnce: () => number
  readonly port: number
  readonly close: () => Promise<void>
}

const publicAddress = '93.184.215.14'

export async function startEmbedServices(): Promise<EmbedServices> {
  const answers = new Map<string, Answer>()
  const names = new Map<string, string[]>()
  const requests: string[] = []
  const connections: string[] = []
  let headers: IncomingMessage['headers'] = {}
  let running = 0
  let most = 0
  const server = createServer((request, response) => {
    const host = request.headers.host ?? ''
    requests.push(`${host}${request.url ?? ''}`)
    headers = request.headers
    most = Math.max(most, ++running)
    response.once('close', () => running--)
    const answer = answers.get(host)
    if (answer) answer(request, response)
    else response.writeHead(500).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    network: {
      resolve: async host => names.get(host) ?? [publicAddress],
      connect: address => {
        connections.push(address)
        return { address: '127.0.0.1', port, secure: false }
      },
      connectMs: 300,
      totalMs: 600,
    },
    requests,
    connections,
    lastHeaders: () => headers,
    answer: (host, answer) => void answers.set(host, answer),
    resolveTo: (host, ...addresses) => void names.set(host, addresses),
    mostAtOnce: () => most,
    port,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Answers with a value as JSON. */
export function json(value: unknown, more: Readonly<Record<string, string>> = {}): Answer {
  return (_, response) => {
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8', ...more })
      .end(JSON.stringify(value))
  }
}

export function bytes(type: string, body: string | Buffer): Answer {
  return (_, response) => {
    response.writeHead(200, { 'content-type': type }).end(body)
  }
}

export function status(code: number, headers: Readonly<Record<string, string>> = {}): Answer {
  return (_, response) => {
    response.writeHead(code, { 'content-type': 'text/html', ...headers }).end('<h1>no</h1>')
  }
}

export function redirect(location: string): Answer {
  return status(302, { location })
}

export const hold: Answer = () => {}
