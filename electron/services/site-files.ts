import type { Dirent, Stats } from 'node:fs'
import { opendir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { SiteProblem } from '../../core/jekyll/index.ts'

/** A file of a site, not yet read. */
export interface FoundFile {
  /** Relative to the site's source, with `/`. */
  readonly path: string
  readonly sizeBytes: number
  /** Seconds since 1970. */
  readonly modifiedSeconds: number
}

/** Folders no site is made of, and which may be very large. */
const passedOver = new Set(['.git', '.jekyll-cache', '.sass-cache', 'node_modules', '_site', '.bundle'])
/** What Bundler keeps below `vendor`. */
const vendored = new Set(['bundle', 'cache', 'gems', 'ruby'])
const mostFiles = 200_000

/** Every file below the source of a site. Links that lead outside are named and left out. */
export async function walkSite(source: string, problems: SiteProblem[]): Promise<FoundFile[]> {
  const root = await realpath(source)
  const found: FoundFile[] = []
  const seen = new Set<string>([root])
  await walkFolder(source, '', { root, found, seen, problems })
  return found
}

interface Walk {
  readonly root: string
  readonly found: FoundFile[]
  /** Real folders already entered by a link, which may lead in circles. */
  readonly seen: Set<string>
  readonly problems: SiteProblem[]
}

async function walkFolder(source: string, folder: string, walk: Walk): Promise<void> {
  const entries = await entriesOf(join(source, folder))
  const wanted = entries.filter(
    ({ name }) => !passedOver.has(name) && !(folder === 'vendor' && vendored.has(name)),
  )
  const paths = wanted.map(({ name }) => (folder === '' ? name : `${folder}/${name}`))
  const sizes = await Promise.all(
    wanted.map((entry, index) =>
      entry.isFile() ? stat(join(source, paths[index]!)).catch(() => undefined) : undefined,
    ),
  )
  for (const [index, entry] of wanted.entries()) {
    if (walk.found.length >= mostFiles) return
    const info = sizes[index]
    if (info) walk.found.push(foundFile(paths[index]!, info))
    else await walkEntry(source, paths[index]!, entry, walk)
  }
}

function foundFile(path: string, { size, mtimeMs }: Stats): FoundFile {
  return { path, sizeBytes: size, modifiedSeconds: mtimeMs / 1000 }
}

/**
 * Entries in the order the system keeps them, folders first: Jekyll reads pages in this order, and sorts only by name,
 * so that every `index.html` stays where it was read.
 */
async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries: Dirent[] = []
  const directory = await opendir(folder).catch(() => undefined)
  if (directory) for await (const entry of directory) entries.push(entry)
  const isFolder = (entry: Dirent): number => (entry.isDirectory() ? 0 : 1)
  return entries.toSorted((left, right) => isFolder(left) - isFolder(right))
}

async function walkEntry(source: string, path: string, entry: Dirent, walk: Walk): Promise<void> {
  if (entry.isSymbolicLink() && !(await leadsInside(source, path, walk))) return
  const info = entry.isDirectory() ? undefined : await stat(join(source, path)).catch(() => undefined)
  if (entry.isDirectory() || info?.isDirectory()) await walkFolder(source, path, walk)
  else if (info?.isFile()) walk.found.push(foundFile(path, info))
}

async function leadsInside(source: string, path: string, walk: Walk): Promise<boolean> {
  const target = await realpath(join(source, path)).catch(() => undefined)
  if (target === undefined || walk.seen.has(target)) return false
  if (target === walk.root || target.startsWith(walk.root + sep)) {
    walk.seen.add(target)
    return target !== walk.root
  }
  walk.problems.push({
    code: 'site.outside',
    message: 'This link leads out of the folder, so Lectern does not read it.',
    path,
  })
  return false
}
