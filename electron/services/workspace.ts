import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, parse, resolve, sep } from 'node:path'
import type { FolderEntry, Workspace } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import { isMissing } from './disk-errors.ts'
import type { FileSystem } from './file-system.ts'
import { isUntouchable } from './folder-rules.ts'
import { fromHome } from './home-path.ts'
import { readJson, writeJson } from './json-file.ts'

/** Which folders were open: the last one, and those before it. */
export interface Workspaces {
  /** The folder of last time, if it can still be opened. */
  readonly last: () => Promise<Workspace | undefined>
  /** Describes a folder and remembers it as the last one; throws 'folder.…' for what cannot be opened. */
  readonly choose: (folder: string) => Promise<Workspace>
  /** Newest first; folders that are gone are left out, but not forgotten: a disk may be unplugged. */
  readonly recent: () => Promise<Workspace[]>
}

export interface WorkspacesOptions {
  readonly dataDir: string
  readonly disk: FileSystem
  /** Absolute path of the starter that Lectern made, whether or not it is there. */
  readonly starterFolder?: string
}

const mostRecent = 20

export function createWorkspaces({ dataDir, disk, starterFolder }: WorkspacesOptions): Workspaces {
  const path = join(dataDir, 'recent-folders.json')

  async function remembered(): Promise<string[]> {
    const { value } = await readJson(path)
    return Array.isArray(value) ? value.filter(folder => typeof folder === 'string') : []
  }

  async function choose(folder: string): Promise<Workspace> {
    const workspace = await describeWorkspace(folder, starterFolder)
    const others = (await remembered()).filter(other => other !== workspace.folder)
    await writeJson(disk, path, [workspace.folder, ...others].slice(0, mostRecent))
    return workspace
  }

  async function recent(): Promise<Workspace[]> {
    const found = await Promise.allSettled(
      (await remembered()).map(folder => describeWorkspace(folder, starterFolder)),
    )
    return found.filter(result => result.status === 'fulfilled').map(result => result.value)
  }

  return { last: async () => (await recent())[0], choose, recent }
}

/**
 * What a folder is: itself readable, the Jekyll site it is or lies in, the git work tree around it.
 *
 * @throws LecternError 'folder.not-found', 'folder.not-a-folder', 'folder.not-readable'
 */
export async function describeWorkspace(folder: string, starterFolder?: string): Promise<Workspace> {
  const real = await openable(folder)
  const repo = await nearest(real, at => isThere(join(at, '.git')))
  const site = (await nearest(real, isSite, repo)) ?? (await siteInside(real))
  return {
    folder: real,
    name: basename(real) || real,
    starter:
      starterFolder !== undefined && real === (await realpath(starterFolder).catch(() => starterFolder)),
    ...(site === undefined ? {} : { site }),
    ...(repo === undefined ? {} : { repo }),
  }
}

async function openable(folder: string): Promise<string> {
  try {
    const real = await realpath(resolve(folder))
    if (!(await stat(real)).isDirectory()) throw new LecternError('folder.not-a-folder', [folder])
    await readdir(real)
    return real
  } catch (error) {
    if (error instanceof LecternError) throw error
    throw new LecternError(isMissing(error) ? 'folder.not-found' : 'folder.not-readable', [folder], {
      cause: error,
    })
  }
}

/** The folder itself or the nearest above it that answers yes, looking no higher than `limit`. */
async function nearest(
  folder: string,
  test: (folder: string) => Promise<boolean>,
  limit = parse(folder).root,
): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    if (await test(at)) return at
    if (at === limit || at === dirname(at)) return undefined
  }
}

/** Jekyll's own sign of a site (configuration.rb, config_files), or posts where Jekyll looks for them. */
async function isSite(folder: string): Promise<boolean> {
  const signs = ['_config.yml', '_config.yaml', '_config.toml', '_posts']
  return (await Promise.all(signs.map(name => isThere(join(folder, name))))).includes(true)
}

/** A repository often keeps its site one folder down: `docs`, `source`, … Only when there is exactly one. */
async function siteInside(folder: string): Promise<string | undefined> {
  const entries = await readdir(folder, { withFileTypes: true })
  const folders = entries.filter(entry => entry.isDirectory() && !isHidden(entry.name)).slice(0, 200)
  const sites: string[] = []
  for (const entry of folders) {
    if (await isThere(join(folder, entry.name, '_config.yml'))) sites.push(join(folder, entry.name))
  }
  return sites.length === 1 ? sites[0] : undefined
}

const mostCompletions = 50

/**
 * Folders that complete a typed absolute path, at most 50. `~` is the home folder. Hidden folders are offered once a
 * dot is typed.
 */
export async function completePath(typed: string, home: string): Promise<FolderEntry[]> {
  const expanded = typed === '' || typed === '~' ? `${home}${sep}` : fromHome(typed, home)
  const path = resolve(home, expanded)
  const inside = /[/\\]$/.test(expanded)
  const parent = inside ? path : dirname(path)
  const prefix = inside ? '' : basename(path).toLowerCase()
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => [])
  const matching = entries
    .filter(entry => entry.isDirectory() || entry.isSymbolicLink())
    .filter(entry => entry.name.toLowerCase().startsWith(prefix))
    .filter(entry => prefix.startsWith('.') || !isHidden(entry.name))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
  const found: FolderEntry[] = []
  for (const entry of matching) {
    if (found.length === mostCompletions) break
    const full = join(parent, entry.name)
    if (entry.isSymbolicLink() && !(await isFolder(full))) continue
    found.push({ name: entry.name, path: full, isSite: await isSite(full) })
  }
  return found
}

function isHidden(name: string): boolean {
  return name.startsWith('.') || isUntouchable(name)
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    facts => facts.isDirectory(),
    () => false,
  )
}
