import { type Dirent, type FSWatcher, readdirSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'

export interface FolderWatch {
  readonly close: () => void
}

export interface FolderWatchOptions {
  /** Absolute. */
  readonly root: string
  /** Whether to look into a folder (absolute path). */
  readonly enters: (folder: string) => boolean
  /** Something at this absolute path may have appeared, changed or gone. */
  readonly onChange: (path: string) => void
  /** Watching failed in part: changes may go unnoticed from now on. */
  readonly onTrouble: (error: unknown) => void
}

/**
 * Watches the folders under `root`.
 *
 * macOS and Windows watch a whole tree in one call. On Linux each folder is watched, not each file: with 10,000 posts
 * in a few folders that is a few watches, where watchers of files take a hundred megabytes.
 */
export function watchFolders(options: FolderWatchOptions): FolderWatch {
  return process.platform === 'linux' ? watchEach(options) : watchTree(options)
}

function watchTree({ root, enters, onChange, onTrouble }: FolderWatchOptions): FolderWatch {
  const isInside = (path: string): boolean => {
    const parts = path.split(/[/\\]/).slice(0, -1)
    return parts.every((_, index) => enters(join(root, ...parts.slice(0, index + 1))))
  }
  const watcher = watch(root, { recursive: true }, (_, name) => {
    if (name !== null && isInside(name)) onChange(join(root, name))
  })
  watcher.on('error', onTrouble)
  return { close: () => watcher.close() }
}

function watchEach({ root, enters, onChange, onTrouble }: FolderWatchOptions): FolderWatch {
  const watched = new Map<string, { readonly watcher: FSWatcher; readonly inode: bigint }>()
  let closed = false

  function add(folder: string, isNew: boolean): void {
    const inode = inodeOf(folder)
    if (closed || inode === undefined || watched.has(folder)) return
    try {
      const watcher = watch(folder, (_, name) => {
        if (name !== null) seen(join(folder, name))
      })
      watcher.on('error', onTrouble)
      watched.set(folder, { watcher, inode })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') onTrouble(error)
      return
    }
    // After the watch begins, so that nothing made in a new folder slips through between.
    for (const entry of entriesOf(folder)) {
      const path = join(folder, entry.name)
      if (isNew) onChange(path)
      if ((entry.isDirectory() || entry.isSymbolicLink()) && enters(path)) add(path, isNew)
    }
  }

  function seen(path: string): void {
    onChange(path)
    if (!enters(path)) return
    // A folder replaced by another of its name keeps the old one's watch, which would hear nothing.
    const inode = inodeOf(path)
    if (inode !== watched.get(path)?.inode) remove(path)
    add(path, true)
  }

  function remove(folder: string): void {
    for (const [path, { watcher }] of watched) {
      if (path !== folder && !path.startsWith(`${folder}/`)) continue
      watcher.close()
      watched.delete(path)
    }
  }

  add(root, false)
  return {
    close: () => {
      closed = true
      remove(root)
    },
  }
}

/** Of a folder; undefined for everything else. */
function inodeOf(path: string): bigint | undefined {
  try {
    const facts = statSync(path, { bigint: true, throwIfNoEntry: false })
    return facts?.isDirectory() ? facts.ino : undefined
  } catch {
    return undefined
  }
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    // Gone again, or not ours to read: then there is nothing to hear of either.
    return []
  }
}
