/** What decides where a post from another folder goes. Paths have `/`. */
export interface PlacementRequest {
  /** Relative to the folder the post comes from. */
  readonly path: string
  /** Its `date`, as `2015-07-04`, where the front matter has one. */
  readonly date?: string
  /** Posts, drafts and collection documents of the site, relative to the site. */
  readonly existing: readonly string[]
}

const dated = /^\d{2,4}-\d{1,2}-\d{1,2}-/

/**
 * Where in the site a post belongs, relative to the site.
 *
 * A file the site already has under that name is the same post. Otherwise the folder it came from is kept from
 * `_posts`, `_drafts` or a collection on; a dated name goes where the site keeps most of its posts; one without a date
 * gets the one of its front matter, and without that it is a draft.
 */
export function placePost({ path, date, existing }: PlacementRequest): string {
  const name = path.split('/').at(-1)!
  const kept = fromSpecialFolder(path)
  if (kept !== undefined && existing.includes(kept)) return kept
  const same = existing.filter(each => each.split('/').at(-1) === name)
  if (same.length === 1) return same[0]!
  if (kept !== undefined) return kept
  if (dated.test(name)) return `${postsFolder(existing)}/${name}`
  return date === undefined ? `_drafts/${name}` : `${postsFolder(existing)}/${date}-${name}`
}

/** `talks/_posts/2015/x.md` of `~/site/talks/_posts/2015/x.md`: from the folder above the underscore on, when there is one. */
function fromSpecialFolder(path: string): string | undefined {
  const parts = path.split('/')
  return parts.slice(0, -1).some(part => /^_[a-z]/i.test(part)) ? path : undefined
}

/** The `_posts` folder that holds the most; nested ones count for themselves. */
function postsFolder(existing: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const path of existing) {
    const folder = /^(?:.*\/)?_posts(?=\/)/.exec(path)?.[0]
    if (folder !== undefined) counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '_posts'
}
