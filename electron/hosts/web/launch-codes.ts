import { newToken } from './access.ts'

/**
 * Codes that stand for the token in the address a browser is started with: other users of the machine can read the
 * words a program is started with. Each works once, and not for long.
 */
export interface LaunchCodes {
  readonly create: () => string
  /** Whether the code is one of ours; from then on it is not. */
  readonly redeem: (code: string) => boolean
}

/** A slow machine starts a browser within this time. */
const validMs = 120_000

export function createLaunchCodes(now: () => number = Date.now): LaunchCodes {
  const validUntil = new Map<string, number>()
  return {
    create: () => {
      const code = newToken()
      validUntil.set(code, now() + validMs)
      return code
    },
    redeem: code => {
      const until = validUntil.get(code)
      validUntil.delete(code)
      return until !== undefined && now() < until
    },
  }
}
