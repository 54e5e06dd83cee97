import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import { type Network, type RequestFailure, failureOf, openChecked } from './checked-request.ts'

/** What is asked for. */
export interface Wanted {
  readonly accept: 'json' | 'html' | 'image'
}

export type RequestProblem = RequestFailure['problem'] | 'too-large' | 'wrong-type'

export type RequestOutcome =
  | {
      readonly ok: true
      /** After redirects. */
      readonly url: string
      readonly body: Buffer
    }
  | (Omit<RequestFailure, 'problem'> & { readonly problem: RequestProblem })

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

/** Asks for one small thing under the rules of {@link openChecked}. Never throws. */
export async function ask(network: Network, address: string, wanted: Wanted): Promise<RequestOutcome> {
  const signal = AbortSignal.timeout(network.totalMs)
  const opened = await openChecked(network, address, limits[wanted.accept].accept, signal)
  if (!opened.ok) return opened
  try {
    return await readBody(opened.response, opened.url, wanted, signal)
  } catch (error) {
    return { ok: false, problem: failureOf(error, signal) }
  }
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
