import type { RubyHash } from '../ruby/index.ts'
import { configuredTexts } from './configuration.ts'
import { matchesGlob } from './fnmatch.ts'

/** Which files and folders Jekyll passes over (jekyll/entry_filter.rb). */
export class EntryFilter {
  readonly #include: readonly EntryPattern[]
  readonly #exclude: readonly EntryPattern[]

  constructor(configuration: RubyHash) {
    const include = configuredTexts(configuration, 'include')
    const exclude = configuredTexts(configuration, 'exclude').filter(pattern => !include.includes(pattern))
    this.#include = include.map(entryPattern)
    this.#exclude = exclude.map(entryPattern)
  }

  /**
   * Whether an entry of a folder is read.
   *
   * @param folder the folder looked into, relative to the source, `''` for the source itself
   * @param entry the path below it; inside special folders such as `_posts` it may have several parts
   */
  admits(folder: string, entry: string, isFolder: boolean): boolean {
    if (entry.endsWith('.')) return false
    const name = entry.slice(entry.lastIndexOf('/') + 1)
    const included = matchesAny(this.#include, entry, isFolder) || matchesAny(this.#include, name, isFolder)
    const path = folder === '' ? entry : `${folder}/${entry}`
    if (!included && matchesAny(this.#exclude, path, isFolder)) return false
    return included || !(/^[._#~]/.test(entry) || /^[._#~]/.test(name) || entry.endsWith('~'))
  }
}

interface EntryPattern {
  /** Without slashes before it. */
  readonly text: string
  /** Without one, it matches nothing but what begins with it. */
  readonly hasWildcard: boolean
}

function entryPattern(written: string): EntryPattern {
  const text = written.replace(/^\/+/, '')
  return { text, hasWildcard: /[*?[\\]/.test(text) }
}

function matchesAny(patterns: readonly EntryPattern[], path: string, isFolder: boolean): boolean {
  for (const { text, hasWildcard } of patterns)
    if (
      path.startsWith(text) ||
      (hasWildcard && matchesGlob(text, path)) ||
      (isFolder && text === `${path}/`)
    )
      return true
  return false
}
