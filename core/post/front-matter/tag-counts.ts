/** The tags (or categories) of a site, for completion in the details form. */
import { listItems } from './list-items.ts'

export interface TagCount {
  readonly name: string
  readonly count: number
  /** Other spellings of what seems the same word, the most used first: `ocaml-labs` beside `ocamllabs`. */
  readonly near: readonly string[]
}

/**
 * Every item of a list field over all posts, the most used first.
 *
 * @param field such as `tags`
 */
export function countTags(posts: readonly string[], field: string): TagCount[] {
  const counts = new Map<string, number>()
  for (const source of posts)
    for (const name of new Set(itemsOf(source, field))) counts.set(name, (counts.get(name) ?? 0) + 1)
  const byUse = [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
  const spellings = Map.groupBy(byUse, ([name]) => spelling(name))
  return byUse.map(([name, count]) => ({
    name,
    count,
    near: (spellings.get(spelling(name)) ?? []).map(([other]) => other).filter(other => other !== name),
  }))
}

/** A field the form cannot read holds no tags. */
function itemsOf(source: string, field: string): readonly string[] {
  try {
    return listItems(source, field)
  } catch {
    return []
  }
}

/** What two spellings of one word share: letters and digits, without case, accents and a plural s. */
function spelling(name: string): string {
  const letters = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}+#]/gu, '')
  return letters.length > 3 ? letters.replace(/s$/, '') : letters
}
