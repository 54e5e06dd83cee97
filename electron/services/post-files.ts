import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { PostSummary, RepoPath, Workspace } from '../../core/contract/index.ts'
import { isMissing } from './disk-errors.ts'
import { isUntouchable } from './folder-rules.ts'
import type { SiteShape } from './site-shape.ts'
import { isLeftover } from './leftovers.ts'

/** A file that may be a row of the list. */
export interface FoundFile {
  readonly path: RepoPath
  /** `page` files count only when they begin with front matter; `any` stands outside a site, where front matter makes it a post. */
  readonly kind: PostSummary['kind'] | 'any'
  /** Stays the same while size, time and inode do. */
  readonly key: string
  /** Milliseconds since 1970. */
  readonly modifiedMs: number
}

export interface FoundFiles {
  readonly files: readonly FoundFile[]
  /** Absolute paths of what crashed writes left behind. */
  readonly leftovers: readonly string[]
}

/** Looks at this many entries between two breaths of the event loop. */
const entriesABreath = 2_000

/**
 * The posts, drafts and pages of a folder. Symbolic links are followed, each folder once.
 *
 * Posts lie in `_posts` at any depth, drafts in `_drafts` or in another underscore folder that is neither a collection
 * nor machinery (`_wip`). What Jekyll's EntryFilter leaves out (lib/jekyll/entry_filter.rb) is left out.
 */
export async function findPostFiles(workspace: Workspace, shape: SiteShape): Promise<FoundFiles> {
  const files: FoundFile[] = []
  const leftovers: string[] = []
  const seen = new Set<string>()
  const waiting = [workspace.folder]
  let looked = 0
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const real = realOf(folder)
    if (real === undefined || seen.has(real)) continue
    seen.add(real)
    const place = placeOf(workspace, folder)
    const inFolder = folderPath(workspace.folder, folder)
    for (const entry of entriesOf(folder)) {
      looked++
      if (looked % entriesABreath === 0) await new Promise(resolve => setImmediate(resolve))
      const path = join(folder, entry.name)
      if (isLeftover(entry.name)) leftovers.push(path)
      const type = typeOf(entry, path)
      if (type === 'folder' && entersFolder(workspace, shape, path)) waiting.push(path)
      if (type !== 'file') continue
      const kind = kindAt(place, shape, entry.name)
      const facts = kind && statSync(path, { throwIfNoEntry: false })
      if (!facts) continue
      files.push({
        path: inFolder === '' ? entry.name : `${inFolder}/${entry.name}`,
        kind,
        key: `${facts.ino}:${facts.size}:${facts.mtimeMs}`,
        modifiedMs: facts.mtimeMs,
      })
    }
  }
  return { files, leftovers }
}

/** Whether Lectern looks into a folder at all: for posts, and for changes. */
export function entersFolder(workspace: Workspace, shape: SiteShape, folder: string): boolean {
  const inSite = sitePath(workspace, folder)
  if (inSite === '') return true
  const name = inSite.split('/').at(-1) ?? ''
  if (isUntouchable(name) || inSite === shape.destination.replace(/\/$/, '')) return false
  return isIncluded(shape, inSite) || !(name.startsWith('.') || isExcluded(shape, inSite, true))
}

/** What kind of row a file is; undefined for a file that is none. */
export function kindOf(workspace: Workspace, shape: SiteShape, file: string): FoundFile['kind'] | undefined {
  return kindAt(placeOf(workspace, dirname(file)), shape, basename(file))
}

/** What of a folder decides the kind of its files. */
interface Place {
  readonly isInSite: boolean
  /** With a `/` at its end, or empty; relative to the site, or to the open folder where there is none. */
  readonly prefix: string
  /** The innermost folder around a file whose name begins with an underscore. */
  readonly special: string | undefined
}

function placeOf(workspace: Workspace, folder: string): Place {
  const path = sitePath(workspace, folder)
  return {
    isInSite: workspace.site !== undefined,
    prefix: path === '' ? '' : `${path}/`,
    special: path.split('/').findLast(part => part.startsWith('_')),
  }
}

function kindAt(place: Place, shape: SiteShape, name: string): FoundFile['kind'] | undefined {
  const dot = name.lastIndexOf('.')
  const extension = dot < 0 ? '' : name.slice(dot + 1).toLowerCase()
  const isMarkdown = shape.markdownExtensions.has(extension)
  if (!isMarkdown && extension !== 'html' && extension !== 'htm') return undefined
  if (/^[._#]|~$/.test(name)) return undefined
  const path = place.prefix + name
  if (isExcluded(shape, path, false) && !isIncluded(shape, path)) return undefined
  const { special } = place
  if (special === '_posts') return 'post'
  if (special === '_drafts') return 'draft'
  if (!isMarkdown) return undefined
  if (special === undefined) return place.isInSite ? 'page' : 'any'
  if (shape.collectionFolders.has(special)) return 'page'
  return shape.machineryFolders.has(special) ? undefined : 'draft'
}

/** `/`-separated, relative to the site, or to the open folder where there is none. */
function sitePath(workspace: Workspace, path: string): string {
  return folderPath(workspace.site ?? workspace.folder, path)
}

export function folderPath(folder: string, path: string): RepoPath {
  const inside = relative(folder, path)
  return sep === '/' ? inside : inside.split(sep).join('/')
}

function isIncluded(shape: SiteShape, path: string): boolean {
  return shape.included.some(pattern => matches(pattern, path, true))
}

function isExcluded(shape: SiteShape, path: string, isFolder: boolean): boolean {
  return shape.excluded.some(pattern => matches(pattern, path, isFolder))
}

/** EntryFilter#glob_include?: a pattern, the start of a path, or a folder named with its slash. */
function matches(pattern: string, path: string, isFolder: boolean): boolean {
  const relativePattern = pattern.replace(/^\//, '')
  if (relativePattern === '') return false
  return (
    path.startsWith(relativePattern) ||
    (isFolder && relativePattern === `${path}/`) ||
    globOf(relativePattern).test(path)
  )
}

const globs = new Map<string, RegExp>()

/** Ruby's `File.fnmatch?` without flags: `*` and `?` match a slash too. */
function globOf(pattern: string): RegExp {
  const known = globs.get(pattern)
  if (known) return known
  const source = pattern.replace(/\[!|[\\^$.|+(){}*?]/g, character => {
    if (character === '*') return '.*'
    if (character === '?') return '.'
    return character === '[!' ? '[^' : `\\${character}`
  })
  let glob: RegExp
  try {
    glob = new RegExp(`^(?:${source})$`, 's')
  } catch {
    // An unclosed bracket matches nothing, as in Ruby.
    glob = /(?!)/
  }
  globs.set(pattern, glob)
  return glob
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    // A folder that vanished or may not be read hides its posts, not those of all others.
    if (isMissing(error) || ['EACCES', 'EPERM', 'EIO', 'ELOOP'].includes((error as { code: string }).code))
      return []
    throw error
  }
}

function typeOf(entry: Dirent, path: string): 'file' | 'folder' | undefined {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  if (!entry.isSymbolicLink()) return undefined
  try {
    const facts = statSync(path)
    if (facts.isFile()) return 'file'
    return facts.isDirectory() ? 'folder' : undefined
  } catch {
    // A link to nowhere, or in a circle.
    return undefined
  }
}

function realOf(folder: string): string | undefined {
  try {
    return realpathSync(folder)
  } catch {
    return undefined
  }
}
