import { hash } from 'node:crypto'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeptView, RepoPath, Version, ViewState } from '../../core/contract/index.ts'
import { isMissing } from './disk-errors.ts'
import type { FileSystem } from './file-system.ts'
import { readJson, writeJson } from './json-file.ts'

/** Where the writer was in posts that are saved: cursor, scroll, undo history. A convenience, never the only copy. */
export interface ViewStore {
  readonly keep: (path: RepoPath, version: Version, view: ViewState) => Promise<void>
  readonly recall: (path: RepoPath) => Promise<KeptView | undefined>
  readonly renamed: (from: RepoPath, to: RepoPath) => Promise<void>
}

const mostViews = 200

export function createViewStore({
  disk,
  home,
}: {
  readonly disk: FileSystem
  readonly home: string
}): ViewStore {
  const fileOf = (path: RepoPath): string => join(home, `${hash('sha256', path, 'hex').slice(0, 24)}.json`)

  async function keep(path: RepoPath, version: Version, view: ViewState): Promise<void> {
    await writeJson(disk, fileOf(path), { path, version, view })
    await forgetOldest(disk, home)
  }

  async function recall(path: RepoPath): Promise<KeptView | undefined> {
    const { value } = await readJson(fileOf(path))
    const kept = value as { readonly version?: unknown; readonly view?: unknown } | undefined
    if (typeof kept?.version !== 'string' || typeof kept.view !== 'object' || kept.view === null)
      return undefined
    return { version: kept.version, view: kept.view as ViewState }
  }

  async function renamed(from: RepoPath, to: RepoPath): Promise<void> {
    const kept = await recall(from)
    if (!kept) return
    await keep(to, kept.version, kept.view)
    await disk.unlink(fileOf(from))
  }

  return { keep, recall, renamed }
}

async function forgetOldest(disk: FileSystem, home: string): Promise<void> {
  const names = (await readdir(home)).filter(name => name.endsWith('.json'))
  if (names.length <= mostViews) return
  const dated = await Promise.all(
    names.map(async name => ({ name, at: (await stat(join(home, name))).mtimeMs })),
  )
  const oldest = dated.toSorted((a, b) => a.at - b.at).slice(0, names.length - mostViews)
  for (const { name } of oldest) {
    await disk.unlink(join(home, name)).catch(error => {
      if (!isMissing(error)) throw error
    })
  }
}
