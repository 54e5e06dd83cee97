import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as httpRequest } from 'node:http'
import { type RequestOptions, request as httpsRequest } from 'node:https'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { isPrivateHost } from '../../core/post/index.ts'

/** How a request reaches the outside. Tests put a server of their own behind public addresses. */
export interface Network {
  /** Every address of a host. */
  readonly resolve: (hostname: string) => Promise<readonly string[]>
  /** Where to connect for a checked address. */
  readonly connect: (
    address: string,
    port: number,
  ) => { readonly address: string; readonly port: number; readonly secure: boolean }
  readonly connectMs: number
  /** For one request with all its redirects. */
  readonly totalMs: number
}

export const internet: Network = {
  resolve: async hostname => (await lookup(hostname, { all: true })).map(entry => entry.address),
  connect: (address, port) => ({ address, port, secure: true }),
  connectMs: 5_000,
  totalMs: 10_000,
}

/** What is asked for. */
export interface Wanted {
  readonly accept: 'json' | 'html' | 'image'
}

export type RequestProblem =
  | 'forbidden-address'
  | 'too-many-redirects'
  | 'too-large'
  | 'wrong-type'
  | 'timeout'
  | 'unreachable'
  | 'http-error'

export type RequestOutcome =
  | {
      readonly ok: true
      /** After redirects. */
      readonly url: string
      readonly body: Buffer
    }
  | {
      readonly ok: false
      readonly problem: RequestProblem
      readonly status?: number
      readonly retryAfterSeconds?: number
    }

const limits = {
  json: {
    bytes: 256 * 1024,
    accept: 'application/json',
    type: /^(?:application\/(?:[\w.+-]*\+)?json|text\/javascript|text\/json|text\/plain)/,
  },
  html: {
    bytes: 512 * 1024,
    accept: 'text/html, application/xhtml+xml',
    type: /^(?:text\/html|application\/xhtml\+xml)/,
  },
  // No SVG: it is a document with scripts.
  image: {
    bytes: 5 * 1024 * 1024,
    accept: 'image/avif, image/webp, image/png, image/jpeg, image/gif',
    type: /^image\/(?!svg)/,
  },
} as const

const mostRedirects = 3
const userAgent = 'Lectern (desktop editor; asked for by its user)'

/**
 * Asks for one address on the writer's behalf: https on the default port, no cookies, no referrer, no credentials.
 *
 * Every hop is checked anew: the host's name, then all addresses it resolves to, and the connection goes to one of the
 * checked addresses, so that a second answer of the name server cannot change it. Never throws.
 */
export async function ask(network: Network, address: string, wanted: Wanted): Promise<RequestOutcome> {
  const signal = AbortSignal.timeout(network.totalMs)
  let next = address
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const url = allowedUrl(next)
    if (!url) return { ok: false, problem: 'forbidden-address' }
    const outcome = await oneHop(network, url, wanted, signal)
    if (!('redirect' in outcome)) return outcome
    next = outcome.redirect
  }
  return { ok: false, problem: 'too-many-redirects' }
}

/** https with its default port and no credentials, to a host that is not inside; http is asked as https. */
function allowedUrl(address: string): URL | undefined {
  if (!URL.canParse(address) || address.length > 4096) return undefined
  const url = new URL(address)
  if (url.protocol === 'http:') url.protocol = 'https:'
  const allowed =
    url.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    url.password === '' &&
    !isPrivateHost(url.hostname)
  url.hash = ''
  return allowed ? url : undefined
}

async function oneHop(
  network: Network,
  url: URL,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<RequestOutcome | { readonly redirect: string }> {
  try {
    const address = await checkedAddress(network, url.hostname, signal)
    if (address === undefined) return { ok: false, problem: 'forbidden-address' }
    const response = await open(network, url, address, wanted, signal)
    const status = response.statusCode ?? 0
    const location = response.headers.location
    if (status >= 300 && status < 400 && location !== undefined) {
      response.destroy()
      return URL.canParse(location, url.href)
        ? { redirect: new URL(location, url.href).href }
        : { ok: false, problem: 'http-error', status }
    }
    if (status < 200 || status >= 300) {
      response.destroy()
      const retryAfterSeconds = retryAfter(response.headers['retry-after'])
      return {
        ok: false,
        problem: 'http-error',
        status,
        ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
      }
    }
    return await readBody(response, url.href, wanted, signal)
  } catch (error) {
    return { ok: false, problem: signal.aborted || isTimeout(error) ? 'timeout' : 'unreachable' }
  }
}

/** One address of a host; undefined where any of them lies inside. */
async function checkedAddress(
  network: Network,
  hostname: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const literal = hostname.replace(/^\[|\]$/g, '')
  if (literal.includes(':') || /^[\d.]+$/.test(literal)) return literal
  const addresses = await Promise.race([network.resolve(hostname), aborted(signal)])
  return addresses.length > 0 && !addresses.some(isPrivateHost) ? addresses[0] : undefined
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('timeout')), { once: true })
  })
}

function open(
  network: Network,
  url: URL,
  address: string,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const target = network.connect(address, 443)
  const family = target.address.includes(':') ? 6 : 4
  const options = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: target.port,
    path: `${url.pathname}${url.search}`,
    method: 'GET',
    agent: false as const,
    signal,
    headers: {
      host: url.host,
      accept: limits[wanted.accept].accept,
      'accept-encoding': 'identity',
      'user-agent': userAgent,
    },
    lookup: (_name: string, asked: { all?: boolean }, answer: (...values: unknown[]) => void) =>
      asked.all ? answer(null, [{ address: target.address, family }]) : answer(null, target.address, family),
  }
  return new Promise((resolve, reject) => {
    const request = (target.secure ? httpsRequest : httpRequest)(options as RequestOptions)
    const connecting = setTimeout(() => request.destroy(new Error('timeout')), network.connectMs)
    request.once('socket', socket => {
      socket.once(target.secure ? 'secureConnect' : 'connect', () => clearTimeout(connecting))
    })
    request.once('response', resolve)
    request.once('error', reject)
    request.once('close', () => clearTimeout(connecting))
    request.end()
  })
}

/** The body within its limit; of a page only what comes before `</head>` is needed, so a long one is cut. */
async function readBody(
  response: IncomingMessage,
  url: string,
  wanted: Wanted,
  signal: AbortSignal,
): Promise<RequestOutcome> {
  const { bytes: most, type } = limits[wanted.accept]
  const isPage = wanted.accept === 'html'
  if (!type.test(response.headers['content-type'] ?? '')) {
    response.destroy()
    return { ok: false, problem: 'wrong-type' }
  }
  if (!isPage && Number(response.headers['content-length'] ?? 0) > most) {
    response.destroy()
    return { ok: false, problem: 'too-large' }
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    if (signal.aborted) throw new Error('timeout')
    chunks.push(chunk)
    size += chunk.length
    if (isPage && (size > most || chunk.includes('</head>'))) break
    if (size > most) {
      response.destroy()
      return { ok: false, problem: 'too-large' }
    }
  }
  response.destroy()
  const packed = Buffer.concat(chunks).subarray(0, most)
  const body = await unpacked(packed, response.headers['content-encoding'] ?? 'identity', most)
  return body ? { ok: true, url, body } : { ok: false, problem: 'too-large' }
}

const unpackers: Readonly<
  Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>>
> = {
  gzip: promisify<Buffer, { maxOutputLength: number }, Buffer>(gunzip),
  deflate: promisify<Buffer, { maxOutputLength: number }, Buffer>(inflate),
  br: promisify<Buffer, { maxOutputLength: number }, Buffer>(brotliDecompress),
}

/** Some servers pack although they were asked not to; what grows beyond the limit is refused. */
async function unpacked(bytes: Buffer, encoding: string, most: number): Promise<Buffer | undefined> {
  if (encoding === 'identity' || encoding === '') return bytes
  const unpack = unpackers[encoding]
  return unpack?.(bytes, { maxOutputLength: most }).catch(() => undefined)
}

/** Seconds, or a date, as HTTP has it; at most a day. */
function retryAfter(header: string | undefined): number | undefined {
  if (header === undefined) return undefined
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(Math.ceil(seconds), 86_400) : undefined
}

function isTimeout(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.message === 'timeout' || error.name === 'AbortError' || error.name === 'TimeoutError')
  )
}
