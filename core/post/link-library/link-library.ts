import { normaliseLinkId } from '../../kramdown/index.ts'
import { type LinkFact, type PostLinkFacts, sameAddress } from '../references/index.ts'
import { dateInFileName } from '../file-name.ts'

/** An address the author linked, under one label or none. JSON-safe. */
export interface KnownLink {
  readonly url: string
  /** Absent where links carried the address themselves. */
  readonly label?: string
  /** Of the newest such link. */
  readonly text: string
  /** In how many posts. */
  readonly posts: number
  /** The newest of them. */
  readonly path: string
}

/** Where a post links to an address. JSON-safe. */
export interface LinkPlace {
  readonly path: string
  readonly line: number
  readonly text: string
  readonly label?: string
}

/** One label that means several addresses in different posts, or one address with several labels. JSON-safe. */
export interface LinkConflict {
  readonly type: 'label' | 'address'
  /** The label, or the address. */
  readonly name: string
  /** The addresses, or the labels, the most used first. */
  readonly meanings: readonly { readonly name: string; readonly paths: readonly string[] }[]
}

/** Every link of every post, the newest post first and pictures left out: they are not linked to again. */
export class LinkLibrary {
  private readonly posts = new Map<string, PostLinkFacts>()
  private sorted: readonly PostLinkFacts[] | undefined

  set(facts: PostLinkFacts): void {
    this.posts.set(facts.path, facts)
    this.sorted = undefined
  }

  delete(path: string): void {
    if (this.posts.delete(path)) this.sorted = undefined
  }

  /** The newest first, those without a day in their name last. */
  newestFirst(): readonly PostLinkFacts[] {
    const day = ({ path }: PostLinkFacts): string => dateInFileName(path.split('/').at(-1)!) ?? ''
    this.sorted ??= [...this.posts.values()].toSorted((a, b) =>
      day(a) === day(b) ? (a.path < b.path ? -1 : 1) : day(a) < day(b) ? 1 : -1,
    )
    return this.sorted
  }

  /** All addresses with their labels; those used in most posts first, and of those the newest. */
  knownLinks(): KnownLink[] {
    const known = new Map<string, KnownLink>()
    for (const { path, links } of this.newestFirst())
      for (const [key, { url, label, text }] of onePerPost(links)) {
        const before = known.get(key)
        if (before) known.set(key, { ...before, posts: before.posts + 1 })
        else known.set(key, { url, text, posts: 1, path, ...(label !== undefined && { label }) })
      }
    return [...known.values()].toSorted((a, b) => b.posts - a.posts)
  }

  /** Where posts link to an address. */
  placesOf(url: string): LinkPlace[] {
    const address = sameAddress(url)
    return this.newestFirst().flatMap(({ path, links }) =>
      links
        .filter(link => sameAddress(link.url) === address)
        .map(({ line, text, label }) => ({ path, line, text, ...(label !== undefined && { label }) })),
    )
  }

  conflicts(): LinkConflict[] {
    const labels = new Map<string, Map<string, Set<string>>>()
    const addresses = new Map<string, Map<string, Set<string>>>()
    for (const { path, links } of this.newestFirst())
      for (const { label, url } of links) {
        if (label === undefined) continue
        add(labels, normaliseLinkId(label), sameAddress(url), path)
        add(addresses, sameAddress(url), normaliseLinkId(label), path)
      }
    return [...conflictsOf('label', labels), ...conflictsOf('address', addresses)]
  }
}

function onePerPost(links: readonly LinkFact[]): Map<string, LinkFact> {
  const first = new Map<string, LinkFact>()
  for (const link of links) {
    const key = JSON.stringify([link.url, link.label])
    if (!link.isImage && !first.has(key)) first.set(key, link)
  }
  return first
}

function add(
  names: Map<string, Map<string, Set<string>>>,
  name: string,
  meaning: string,
  path: string,
): void {
  const meanings = names.get(name) ?? new Map<string, Set<string>>()
  names.set(name, meanings)
  const paths = meanings.get(meaning) ?? new Set<string>()
  meanings.set(meaning, paths.add(path))
}

function conflictsOf(
  type: LinkConflict['type'],
  names: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>,
): LinkConflict[] {
  return [...names]
    .filter(([, meanings]) => meanings.size > 1)
    .map(([name, meanings]) => ({
      type,
      name,
      meanings: [...meanings]
        .map(([meaning, paths]) => ({ name: meaning, paths: [...paths] }))
        .toSorted((a, b) => b.paths.length - a.paths.length),
    }))
    .toSorted((a, b) => b.meanings.length - a.meanings.length)
}
