/**
 * Tells texts apart: different texts have the same one as rarely as chance allows. That of two texts put together can
 * be had from theirs, so that who holds a text in pieces reads only the pieces that changed.
 */
export interface Fingerprint {
  readonly length: number
  /** 32 bits: the characters, each stirred, as the digits of a number in base {@link base}. */
  readonly hash: number
}

const base = 0x01000193

export function fingerprintOf(text: string): Fingerprint {
  let hash = 0
  for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, base) + stirred(text.charCodeAt(at))) | 0
  return { length: text.length, hash }
}

/** Of the texts one after the other. */
export function joinFingerprints(parts: Iterable<Fingerprint>): Fingerprint {
  let length = 0
  let hash = 0
  for (const part of parts) {
    hash = (Math.imul(hash, power(part.length)) + part.hash) | 0
    length += part.length
  }
  return { length, hash }
}

export function sameFingerprint(one: Fingerprint, other: Fingerprint): boolean {
  return one.length === other.length && one.hash === other.hash
}

/** Neighbouring characters differ in a few bits only; all bits of the digit depend on each of them. */
function stirred(code: number): number {
  const spread = Math.imul(code + 1, 0x9e3779b1)
  return spread ^ (spread >>> 15)
}

function power(exponent: number): number {
  let result = 1
  for (let rest = exponent, factor = base; rest > 0; rest >>>= 1, factor = Math.imul(factor, factor))
    if (rest & 1) result = Math.imul(result, factor)
  return result
}
