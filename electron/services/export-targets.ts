import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { diskFileSystem } from './file-system.ts'

/** The repository chosen for a folder that lies in none: asked once, then remembered. */
export interface ExportTargets {
  readonly of: (folder: string) => Promise<string | undefined>
  readonly remember: (folder: string, target: string) => Promise<void>
}

export function createExportTargets(dataDir: string): ExportTargets {
  const file = join(dataDir, 'export-targets.json')
  const read = async (): Promise<Record<string, string>> => {
    try {
      return JSON.parse(await readFile(file, 'utf8')) as Record<string, string>
    } catch {
      return {} // None chosen yet.
    }
  }
  return {
    of: async folder => {
      const known = await read()
      return Object.hasOwn(known, folder) ? known[folder] : undefined
    },
    remember: async (folder, target) => {
      const known = await read()
      if (known[folder] === target) return
      await diskFileSystem.makeFolder(dataDir)
      await writeFile(`${file}.next`, JSON.stringify({ ...known, [folder]: target }))
      await rename(`${file}.next`, file)
    },
  }
}
