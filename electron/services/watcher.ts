import { basename, relative, sep } from 'node:path'
import type { HostEvent, RepoPath, Version, Workspace } from '../../core/contract/index.ts'
import { watchFolders } from './folder-watch.ts'
import type { Log } from './log.ts'
import { entersFolder, folderPath, kindOf } from './post-files.ts'
import { readSiteShape } from './site-shape.ts'

/** What the UI believes stands on disk, so that an own write, whenever its echo comes, is told from another's. */
export interface KnownVersions {
  readonly get: (path: RepoPath) => Version | undefined
  readonly set: (path: RepoPath, version: Version) => void
  readonly forget: (path: RepoPath) => void
  readonly paths: () => readonly RepoPath[]
  /** While `task` runs, `version` may come to stand there by our own hand; when it succeeds, it does. */
  readonly during: <T>(path: RepoPath, version: Version, task: () => Promise<T>) => Promise<T>
  readonly isComing: (path: RepoPath, version: Version | undefined) => boolean
}

export function createKnownVersions(): KnownVersions {
  const versions = new Map<RepoPath, Version>()
  const coming = new Map<RepoPath, Version>()
  return {
    get: path => versions.get(path),
    set: (path, version) => void versions.set(path, version),
    forget: path => void versions.delete(path),
    paths: () => [...versions.keys()],
    during: async (path, version, task) => {
      coming.set(path, version)
      try {
        const result = await task()
        versions.set(path, version)
        return result
      } finally {
        if (coming.get(path) === version) coming.delete(path)
      }
    },
    isComing: (path, version) => version !== undefined && coming.get(path) === version,
  }
}

export interface WatcherOptions {
  readonly workspace: Workspace
  readonly known: KnownVersions
  /** Once what is under way is done; undefined where nothing stands. */
  readonly versionOnDisk: (path: RepoPath) => Promise<Version | undefined>
  readonly announce: (event: HostEvent) => void
  readonly log: Log
  /** Hears of all changed files of the open folder, own writes too; `all` when it is not known which. */
  readonly onFiles?: (paths: readonly RepoPath[] | 'all') => void
}

export interface Watcher {
  readonly close: () => void
}

/** Changes that come within this time are told together. */
const gatherMs = 80
/** More at once, and some may have been lost on the way: everything is looked at. */
const manyChanges = 1_000
/** How often to look where the system will not tell. */
const lookMs = 3_000

/** Announces what other programs change in the open folder and in the site around it. */
export async function createWatcher(options: WatcherOptions): Promise<Watcher> {
  const { workspace, known, announce, log } = options
  const shape = await readSiteShape(workspace.site)
  const changed = new Set<string>()
  let gathering: NodeJS.Timeout | undefined
  let looking: NodeJS.Timeout | undefined
  let closed = false

  const watches = rootsOf(workspace).map(root =>
    watchFolders({
      root,
      enters: folder => entersFolder(workspace, shape, folder),
      onChange: gather,
      onTrouble: error => {
        log.note('changes by other programs are looked for every few seconds', error)
        looking ??= setInterval(() => void lookAtAll(), lookMs).unref()
      },
    }),
  )

  function gather(path: string): void {
    if (isPassing(basename(path))) return
    changed.add(path)
    gathering ??= setTimeout(() => void tell(), gatherMs)
  }

  async function tell(): Promise<void> {
    gathering = undefined
    const paths = [...changed]
    changed.clear()
    if (paths.length > manyChanges) return lookAtAll()
    let others = false
    for (const path of paths) {
      const own = await lookAt(folderPath(workspace.folder, path))
      others ||= !own
    }
    const inside = paths.filter(path => isInside(workspace.folder, path))
    options.onFiles?.(inside.map(path => folderPath(workspace.folder, path)))
    if (closed || !others) return
    announce({ type: 'posts-changed' })
    if (paths.some(isOfSite)) announce({ type: 'site-changed' })
  }

  /** Whether the file is as the UI knows it; if not, and the UI knows it, says so. */
  async function lookAt(path: RepoPath): Promise<boolean> {
    const before = known.get(path)
    if (before === undefined) return false
    const version = await versionOnDisk(path)
    // The UI may have saved or renamed while the file was read.
    if (known.get(path) !== before) return true
    if (version === before || known.isComing(path, version)) return true
    if (version === undefined) known.forget(path)
    else known.set(path, version)
    if (!closed) announce({ type: 'post-changed', path, ...(version === undefined ? {} : { version }) })
    return false
  }

  async function versionOnDisk(path: RepoPath): Promise<Version | undefined> {
    try {
      return await options.versionOnDisk(path)
    } catch {
      // Not readable just now is not gone.
      return ''
    }
  }

  async function lookAtAll(): Promise<void> {
    for (const path of known.paths()) await lookAt(path)
    if (closed) return
    options.onFiles?.('all')
    announce({ type: 'posts-changed' })
    announce({ type: 'site-changed' })
  }

  function isOfSite(path: string): boolean {
    const kind = kindOf(workspace, shape, path)
    return kind === undefined || kind === 'page'
  }

  return {
    close: () => {
      closed = true
      clearTimeout(gathering)
      clearInterval(looking)
      for (const watch of watches) watch.close()
    },
  }
}

/** The open folder, and the site when that is larger: its layouts and configuration count too. */
function rootsOf({ folder, site }: Workspace): string[] {
  if (site === undefined || isInside(folder, site)) return [folder]
  return isInside(site, folder) ? [site] : [folder, site]
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`)
}

/** Files that programs make for a moment: our own beside a save, Vim's and Emacs's. */
function isPassing(name: string): boolean {
  return /^\.|~$|^#.*#$|^4913$/.test(name)
}
