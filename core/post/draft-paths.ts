import { parseFileName, writeFileName } from './file-name.ts'

/** Where a post goes as a draft: `_drafts` beside its `_posts`, without the date. Undefined where it lies in neither. */
export function draftPathOf(path: string): string | undefined {
  const moved = inFolder(path, '_posts', '_drafts')
  if (moved === undefined) return undefined
  const { folder, name } = moved
  return folder + writeFileName({ ...parseFileName(name), date: undefined })
}

/**
 * Where a draft goes as a post: `_posts` beside its `_drafts` (or `_wip`), dated.
 *
 * @param day ISO
 */
export function postPathOf(path: string, day: string): string | undefined {
  const moved = inFolder(path, '_drafts', '_posts') ?? inFolder(path, '_wip', '_posts')
  if (moved === undefined) return undefined
  const { folder, name } = moved
  return folder + writeFileName({ ...parseFileName(name), date: day })
}

/** Where a copy of a post goes: the same name with a number. */
export function copyPathOf(path: string, taken: ReadonlySet<string>): string {
  const { folder, name } = split(path)
  const { date, slug, extension } = parseFileName(name)
  for (let number = 2; ; number++) {
    const copy = folder + writeFileName({ date, slug: `${slug}-${number}`, extension })
    if (!taken.has(copy)) return copy
  }
}

/** Where a post goes with another day or slug. */
export function renamedPath(
  path: string,
  change: { readonly date?: string; readonly slug?: string },
): string {
  const { folder, name } = split(path)
  return folder + writeFileName({ ...parseFileName(name), ...change })
}

function inFolder(path: string, from: string, to: string): { folder: string; name: string } | undefined {
  const { folder, name } = split(path)
  const parts = folder.split('/')
  const at = parts.lastIndexOf(from)
  return at < 0 ? undefined : { folder: parts.with(at, to).join('/'), name }
}

function split(path: string): { folder: string; name: string } {
  const at = path.lastIndexOf('/') + 1
  return { folder: path.slice(0, at), name: path.slice(at) }
}
