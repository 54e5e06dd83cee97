import type { FoundPost, Replacement, SearchMatch } from '../../core/contract/index.ts'

/** Names a match among all that were found. */
export function matchKey(path: string, { from }: SearchMatch): string {
  return `${path}\n${from}`
}

/** What is to be changed where: every match but those the writer left out, and those that stay as they are. */
export function chosenReplacements(
  posts: readonly FoundPost[],
  leftOut: ReadonlySet<string>,
): readonly Replacement[] {
  return posts
    .map(({ path, version, matches }) => ({
      path,
      baseVersion: version,
      edits: matches
        .filter(match => match.insert !== undefined && !leftOut.has(matchKey(path, match)))
        .map(({ from, to, insert }) => ({ from, to, insert: insert! })),
    }))
    .filter(replacement => replacement.edits.length > 0)
}

/** Takes matches out of the choice, or back into it. */
export function choose(
  leftOut: ReadonlySet<string>,
  keys: readonly string[],
  wanted: boolean,
): ReadonlySet<string> {
  const next = new Set(leftOut)
  for (const key of keys) {
    if (wanted) next.delete(key)
    else next.add(key)
  }
  return next
}

/** `3 places in 2 posts` */
export function countSentence(places: number, posts: number): string {
  return `${places} ${places === 1 ? 'place' : 'places'} in ${posts} ${posts === 1 ? 'post' : 'posts'}`
}
