import { join } from 'node:path'
import type { RepoPath } from '../../core/contract/index.ts'
import { isMissing } from './disk-errors.ts'
import type { FileFacts } from './file-facts.ts'
import type { FileSystem } from './file-system.ts'
import { folderKey } from './folder-key.ts'
import { readJson, writeJson } from './json-file.ts'
import type { Repository } from './repository.ts'

/**
 * A rename is two names for a moment, and what follows it (unsaved text, versions) comes after. What is under way is
 * written down first, so that the next start finishes what a kill cut short.
 */
export interface RenameIntent {
  readonly begin: (from: RepoPath, to: RepoPath) => Promise<void>
  readonly end: () => Promise<void>
  /** The rename failed: forgets it, unless the file was left with both names. */
  readonly abandon: () => Promise<void>
  /** The rename that was cut short, its file now under one name; undefined when there is nothing to follow up. */
  readonly finish: () => Promise<{ readonly from: RepoPath; readonly to: RepoPath } | undefined>
}

export interface RenameIntentOptions {
  readonly dataDir: string
  readonly repository: Repository
  readonly disk: FileSystem
}

export function createRenameIntent({ dataDir, repository, disk }: RenameIntentOptions): RenameIntent {
  const note = join(dataDir, 'renames', `${folderKey(repository.folder)}.json`)

  async function underWay(): Promise<Rename | undefined> {
    const { value } = await readJson(note)
    const intent = value as { readonly from?: unknown; readonly to?: unknown } | undefined
    if (typeof intent?.from !== 'string' || typeof intent.to !== 'string') return undefined
    const { from, to } = intent
    const [old, moved] = await Promise.all([
      factsOf(disk, repository.absolute(from)),
      factsOf(disk, repository.absolute(to)),
    ])
    const isOne = old !== undefined && old.device === moved?.device && old.inode === moved.inode
    // With one name left on a disk that ignores case, that name is the file itself.
    return { from, to, hasBothNames: isOne && old.names > 1, isMoved: moved !== undefined && (!old || isOne) }
  }

  async function finish(): Promise<Rename | undefined> {
    const rename = await underWay()
    if (rename?.hasBothNames) await repository.removeName(rename.from, rename.to)
    return rename?.isMoved ? rename : undefined
  }

  async function end(): Promise<void> {
    try {
      await disk.unlink(note)
    } catch (error) {
      if (!isMissing(error)) throw error
    }
  }

  return {
    begin: (from, to) => writeJson(disk, note, { from, to }),
    end,
    abandon: async () => {
      if (!(await underWay())?.hasBothNames) await end()
    },
    finish,
  }
}

interface Rename {
  readonly from: RepoPath
  readonly to: RepoPath
  readonly hasBothNames: boolean
  /** The file stands under its new name. */
  readonly isMoved: boolean
}

async function factsOf(disk: FileSystem, path: string): Promise<FileFacts | undefined> {
  try {
    return await disk.nameFacts(path)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}
