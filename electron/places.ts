import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** The folders Lectern reads from and writes to. All absolute. */
export interface Places {
  /** The built renderer. */
  readonly pageFolder: string
  /** Starter site, icons. Read only. */
  readonly assetsFolder: string
  /** Settings, journal, trash: what Lectern keeps for itself. */
  readonly stateFolder: string
  /** The folder of the writer's that Lectern puts its starter into. */
  readonly writerFolder: string
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Where everything is on this machine. `LECTERN_HOME` moves all that is written into one folder.
 *
 * @param resourcesFolder of the packaged app, where the assets lie beside the archive
 */
export function findPlaces(
  env: Environment,
  platform: NodeJS.Platform = process.platform,
  resourcesFolder?: string,
): Places {
  const root = programFolder()
  const packagedAssets = join(resourcesFolder ?? root, 'assets')
  const home = env['LECTERN_HOME']
  return {
    pageFolder: join(root, 'out', 'renderer'),
    assetsFolder: existsSync(packagedAssets) ? packagedAssets : join(root, 'assets'),
    stateFolder: home ? join(home, 'state') : systemStateFolder(env, platform),
    writerFolder: home ?? join(homedir(), 'Lectern'),
  }
}

/** The folder with package.json, from the sources as from the built files, which lie at different depths. */
function programFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

function systemStateFolder(env: Environment, platform: NodeJS.Platform): string {
  const home = homedir()
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Lectern')
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Lectern')
  return join(env['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'lectern')
}
