import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
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
  const entries = await readdir(join(source, folder), { withFileTypes: true }).catch(() => [])
  entries.sort((left, right) => (left.name < right.name ? -1 : 1))
  for (const entry of entries) {
    if (passedOver.has(entry.name)) continue
    if (folder === 'vendor' && ['bundle', 'cache', 'gems', 'ruby'].includes(entry.name)) continue
    if (walk.found.length >= mostFiles) return
    await walkEntry(source, folder === '' ? entry.name : `${folder}/${entry.name}`, entry, walk)
  }
}

async function walkEntry(source: string, path: string, entry: Dirent, walk: Walk): Promise<void> {
  if (entry.isSymbolicLink() && !(await leadsInside(source, path, walk))) return
  const info = entry.isDirectory() ? undefined : await stat(join(source, path)).catch(() => undefined)
  if (entry.isDirectory() || info?.isDirectory()) await walkFolder(source, path, walk)
  else if (info?.isFile())
    walk.found.push({ path, sizeBytes: info.size, modifiedSeconds: info.mtimeMs / 1000 })
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
