import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

import { loopback } from '../../../core/contract/index.ts'

/** A token nobody guesses: 256 bits, safe in URLs. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Whether a request may call: 403 from a page of another origin, 401 without the token. */
export function accessProblem(request: IncomingMessage, token: string): 401 | 403 | undefined {
  if (foreignOrigin(request)) return 403
  return sameText(request.headers.authorization ?? '', loopback.authorization(token)) ? undefined : 401
}

/** A page on another origin asks. Programs and same-origin navigations send no Origin. */
export function foreignOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  return origin !== undefined && origin !== `http://${host}`
}

/** Compares in a time that does not tell how much of the text was right. */
function sameText(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
