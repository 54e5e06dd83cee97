import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as httpRequest } from 'node:http'
import { type RequestOptions, request as httpsRequest } from 'node:https'
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

export interface RequestFailure {
  readonly ok: false
  readonly problem: 'forbidden-address' | 'too-many-redirects' | 'timeout' | 'unreachable' | 'http-error'
  readonly status?: number
  readonly retryAfterSeconds?: number
}

/** An answer whose body is still to be read. */
export interface OpenedAnswer {
  readonly ok: true
  /** After redirects. */
  readonly url: string
  readonly response: IncomingMessage
}

const mostRedirects = 3
const userAgent = 'Lectern (desktop editor; asked for by its user)'

/**
 * Asks for one address on the writer's behalf: https on the default port, no cookies, no referrer, no credentials.
 *
 * Every hop is checked anew: the host's name, then all addresses it resolves to, and the connection goes to one of the
 * checked addresses, so that a second answer of the name server cannot change it. Never throws; reading the body may.
 *
 * @param accept media types, as HTTP has them
 * @param signal ends the request and the reading of its body
 */
export async function openChecked(
  network: Network,
  address: string,
  accept: string,
  signal: AbortSignal,
): Promise<OpenedAnswer | RequestFailure> {
  let next = address
  for (let hop = 0; hop <= mostRedirects; hop++) {
    const url = allowedUrl(next)
    if (!url) return { ok: false, problem: 'forbidden-address' }
    const outcome = await oneHop(network, url, accept, signal)
    if (!('redirect' in outcome)) return outcome
    next = outcome.redirect
  }
  return { ok: false, problem: 'too-many-redirects' }
}

/** What kept a request, or the reading of its body, from its end. */
export function failureOf(error: unknown, signal: AbortSignal): 'timeout' | 'unreachable' {
  return signal.aborted || isTimeout(error) ? 'timeout' : 'unreachable'
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
  accept: string,
  signal: AbortSignal,
): Promise<OpenedAnswer | RequestFailure | { readonly redirect: string }> {
  try {
    const address = await checkedAddress(network, url.hostname, signal)
    if (address === undefined) return { ok: false, problem: 'forbidden-address' }
    const response = await open(network, url, address, accept, signal)
    const status = response.statusCode ?? 0
    if (status >= 200 && status < 300) return { ok: true, url: url.href, response }
    const { location, 'retry-after': later } = response.headers
    response.destroy()
    if (status >= 300 && status < 400 && location !== undefined && URL.canParse(location, url.href))
      return { redirect: new URL(location, url.href).href }
    const retryAfterSeconds = retryAfter(later)
    return {
      ok: false,
      problem: 'http-error',
      status,
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    }
  } catch (error) {
    return { ok: false, problem: failureOf(error, signal) }
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
    if (signal.aborted) reject(new Error('timeout'))
    signal.addEventListener('abort', () => reject(new Error('timeout')), { once: true })
  })
}

function open(
  network: Network,
  url: URL,
  address: string,
  accept: string,
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
      accept,
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
