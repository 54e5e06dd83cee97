/** Asks Ruby's reading of the front matter whether an edit did exactly what was meant. */
import { sliceSpan } from '../../text/index.ts'
import { readYaml, toPlain } from '../../yaml/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import type { FieldValue } from './field.ts'
import { type Hash, isHash, readHash } from './read-hash.ts'

/** Whether `after` is `before` with this one field set, and the body as it was. */
export function expectField(
  before: string,
  after: string,
  path: readonly string[],
  value: FieldValue,
): boolean {
  const [old, now] = [readHash(before).hash, readHash(after).hash]
  if (!old || !now || body(before) !== withoutAddedGap(before, after)) return false
  const wanted = setIn(old, path, rubyValue(value))
  return wanted !== undefined && isSame(wanted, now)
}

/** Whether `after` is `before` without this one field, and the body as it was. */
export function expectNoField(before: string, after: string, path: readonly string[]): boolean {
  const [old, now] = [readHash(before).hash, readHash(after).hash]
  if (!old || !now || body(before) !== body(after)) return false
  const wanted = deleteIn(old, path)
  return wanted !== undefined && isSame(wanted, now)
}

function body(source: string): string {
  return sliceSpan(source, splitFrontMatter(source).body)
}

/** A first front matter is followed by a blank line, which is no change of the post. */
function withoutAddedGap(before: string, after: string): string {
  const text = body(after)
  return splitFrontMatter(before).yaml ? text : text.replace(/^\r?\n/, '')
}

function rubyValue(value: FieldValue): unknown {
  if (typeof value === 'number') return readYaml(String(value)).value
  if (value === null || typeof value !== 'object') return value
  if ('text' in value) return readYaml(value.text).value
  return value.map(rubyValue)
}

function setIn(hash: Hash, path: readonly string[], value: unknown): Hash | undefined {
  const [name, ...rest] = path
  const copy = new Map(hash)
  if (rest.length === 0) return copy.set(name, value)
  const inner = hash.get(name) ?? new Map()
  const set = isHash(inner) ? setIn(inner, rest, value) : undefined
  return set && copy.set(name, set)
}

function deleteIn(hash: Hash, path: readonly string[]): Hash | undefined {
  const [name, ...rest] = path
  const copy = new Map(hash)
  if (rest.length === 0) {
    copy.delete(name)
    return copy
  }
  const inner = hash.get(name)
  const set = isHash(inner) ? deleteIn(inner, rest) : undefined
  return set && copy.set(name, set.size === 0 ? null : set)
}

function isSame(a: unknown, b: unknown): boolean {
  if (isHash(a) && isHash(b))
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && isSame(value, b.get(key)))
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]))
  if (isObject(a) && isObject(b)) return a.constructor === b.constructor && Object.is(asText(a), asText(b))
  return Object.is(a, b)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Dates, times and floats have a text of their own. */
function asText(value: object): unknown {
  return toPlain(value as Parameters<typeof toPlain>[0])
}
