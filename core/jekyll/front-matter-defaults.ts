import { type RubyHash, type RubyValue, isArray, isHash, toText } from '../ruby/index.ts'
import { asHash, configuredFolder } from './configuration.ts'
import { deepMerge } from './deep-merge.ts'
import { matchesPathGlob } from './fnmatch.ts'

interface DefaultSet {
  readonly scope: RubyHash | undefined
  readonly values: RubyHash
}

const oldTypeNames: Readonly<Record<string, string>> = { page: 'pages', post: 'posts', draft: 'drafts' }

/** `defaults` of the configuration: front matter for files by path and type (jekyll/frontmatter_defaults.rb). */
export class FrontMatterDefaults {
  readonly #sets: readonly DefaultSet[]
  readonly #collectionsFolder: string

  constructor(configuration: RubyHash) {
    const given = configuration.get('defaults')
    this.#collectionsFolder = configuredFolder(configuration, 'collections_dir')
    this.#sets = (isArray(given) ? given : []).filter(isHash).flatMap(set => {
      const values = set.get('values')
      if (!isHash(values)) return []
      return [{ scope: set.has('scope') ? asHash(set.get('scope')) : undefined, values }]
    })
  }

  /** Everything the sets say of a file; of two that differ, the one with the longer path or with a type wins. */
  all(path: string, type: string | undefined): RubyHash {
    let values: RubyHash = new Map()
    let winner: RubyHash | undefined
    for (const { scope = new Map(), values: own } of this.#matching(path, type)) {
      if (hasPrecedence(winner, scope)) {
        values = deepMerge(values, own)
        winner = scope
      } else {
        values = deepMerge(own, values)
      }
    }
    return values
  }

  #matching(path: string, type: string | undefined): DefaultSet[] {
    return this.#sets.filter(
      ({ scope }) => !scope || (appliesToType(scope, type) && this.#appliesToPath(scope, sanitize(path))),
    )
  }

  #appliesToPath(scope: RubyHash, path: string): boolean {
    const wanted = scope.get('path')
    if (typeof wanted !== 'string' || wanted === '') return true
    if (!wanted.includes('*')) return path.startsWith(this.#withoutCollectionsFolder(wanted))
    return this.#globbedPrefixes(wanted, path)
  }

  /** A glob names files and folders; the scope holds for whatever starts with one of them. */
  #globbedPrefixes(pattern: string, path: string): boolean {
    const folder = this.#collectionsFolder === '' ? '' : `${this.#collectionsFolder}/`
    for (const candidate of [path, `${folder}${path}`]) {
      const parts = candidate.split('/')
      for (let count = 1; count <= parts.length; count++)
        if (matchesPathGlob(pattern.replace(/^\/+|\/+$/g, ''), parts.slice(0, count).join('/'))) return true
    }
    return false
  }

  #withoutCollectionsFolder(path: string): string {
    const prefix = `${this.#collectionsFolder}/`
    return this.#collectionsFolder !== '' && path.startsWith(prefix) ? path.slice(prefix.length) : path
  }
}

function appliesToType(scope: RubyHash, type: string | undefined): boolean {
  if (!scope.has('type')) return true
  const wanted = toText(scope.get('type'))
  return type === (oldTypeNames[wanted] ?? wanted)
}

function hasPrecedence(old: RubyHash | undefined, scope: RubyHash): boolean {
  if (!old) return true
  const [path, oldPath] = [sanitize(scope.get('path')), sanitize(old.get('path'))]
  if (path.length !== oldPath.length) return path.length > oldPath.length
  return scope.has('type') || !old.has('type')
}

function sanitize(path: RubyValue): string {
  const text = toText(path)
  return text.startsWith('/') ? text.replace(/^\/|(?<=[^/])$(?![\s\S])/g, '') : text
}
