import type { RubyHash } from '../ruby/index.ts'
import { configuredTexts } from './configuration.ts'
import { matchesGlob } from './fnmatch.ts'

/** Which files and folders Jekyll passes over (jekyll/entry_filter.rb). */
export class EntryFilter {
  readonly #include: readonly string[]
  readonly #exclude: readonly string[]

  constructor(configuration: RubyHash) {
    this.#include = configuredTexts(configuration, 'include')
    this.#exclude = configuredTexts(configuration, 'exclude').filter(
      pattern => !this.#include.includes(pattern),
    )
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
    const included =
      this.#matches(this.#include, entry, isFolder) || this.#matches(this.#include, name, isFolder)
    const path = folder === '' ? entry : `${folder}/${entry}`
    if (!included && this.#matches(this.#exclude, path, isFolder)) return false
    return included || !(/^[._#~]/.test(entry) || /^[._#~]/.test(name) || entry.endsWith('~'))
  }

  #matches(patterns: readonly string[], path: string, isFolder: boolean): boolean {
    return patterns.some(pattern => {
      const clean = pattern.replace(/^\/+/, '')
      if (clean === '') return true
      return matchesGlob(clean, path) || path.startsWith(clean) || (isFolder && clean === `${path}/`)
    })
  }
}
