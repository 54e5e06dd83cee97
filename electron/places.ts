import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

import { type UserFolders, userFolders } from './services/user-folders.ts'

/** The folders Lectern reads from and writes to. All absolute. */
export interface Places extends UserFolders {
  /** With package.json: the project, or what of it was packaged. */
  readonly programFolder: string
  /** The built renderer. */
  readonly pageFolder: string
  /** Starter site, icons. Read only. */
  readonly assetsFolder: string
  /** The folder of the writer's that Lectern puts its starter into. */
  readonly writerFolder: string
  /** Of this Lectern, from package.json. */
  readonly version: string
}

/** Where everything is on this machine. `LECTERN_HOME` moves all that is written into one folder. */
export function findPlaces(env: Readonly<Record<string, string | undefined>>): Places {
  const root = nearestProgramFolder()
  return {
    ...userFolders(env, process.platform, homedir()),
    programFolder: root,
    pageFolder: join(root, 'out', 'renderer'),
    // In the packaged app they lie beside the archive, so that other programs can read them.
    assetsFolder: join(root.endsWith('.asar') ? dirname(root) : root, 'assets'),
    writerFolder: env['LECTERN_HOME'] ?? join(homedir(), 'Lectern'),
    version: (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version,
  }
}

/** The folder with package.json, from the sources as from the built files, which lie at different depths. */
function nearestProgramFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}
