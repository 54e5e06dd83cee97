import { join } from 'node:path'
import type { FileSystem } from './file-system.ts'
import { folderKey } from './folder-key.ts'
import { readJson, writeJson } from './json-file.ts'

/** The folders in which Lectern has moved files aside, so that the next start knows where a kill may have left some. */
export interface WorkFolders {
  /** Durable once it resolves; only the first time for a folder takes any time. */
  readonly note: (folder: string) => Promise<void>
  readonly all: () => Promise<readonly string[]>
}

export interface WorkFoldersOptions {
  readonly dataDir: string
  /** Absolute path of the open folder. */
  readonly folder: string
  readonly disk: FileSystem
}

export function createWorkFolders({ dataDir, folder, disk }: WorkFoldersOptions): WorkFolders {
  const file = join(dataDir, 'work-folders', `${folderKey(folder)}.json`)
  let noted: Promise<Set<string>> | undefined
  let writing: Promise<unknown> = Promise.resolve()

  async function read(): Promise<Set<string>> {
    const { value } = await readJson(file)
    return new Set(Array.isArray(value) ? value.filter(path => typeof path === 'string') : [])
  }

  async function add(path: string): Promise<void> {
    const known = await (noted ??= read())
    if (known.has(path)) return
    await writeJson(disk, file, [...known, path])
    known.add(path)
  }

  return {
    note: path => {
      const done = writing.then(() => add(path))
      writing = done.catch(() => undefined)
      return done
    },
    all: async () => [...(await (noted ??= read()))],
  }
}
