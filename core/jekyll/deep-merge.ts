import { RubyObject, type RubyHash, type RubyValue, isHash } from '../ruby/index.ts'

/**
 * Jekyll's `Utils.deep_merge_hashes`: the second hash wins, hashes inside are merged, and nil does not overwrite
 * (jekyll/utils.rb).
 */
export function deepMerge(target: RubyHash, overwrite: RubyHash): RubyHash {
  const result: RubyHash = new Map(target)
  for (const [key, value] of overwrite) {
    const old = result.get(key)
    if (!result.has(key)) result.set(key, value)
    else if (value === null || value === undefined) continue
    else result.set(key, isHash(old) && isHash(value) ? deepMerge(old, value) : value)
  }
  return result
}

/** A value at a path of keys; nil where one is missing. */
export function dig(value: RubyValue, ...keys: readonly string[]): RubyValue {
  let result = value
  for (const key of keys) {
    if (isHash(result)) result = result.get(key)
    else if (result instanceof RubyObject) result = result.get(key)
    else return null
  }
  return result ?? null
}
