import { join } from 'node:path'

/** Where Lectern keeps what is its own: readable settings, and data that nobody edits by hand. */
export interface UserFolders {
  readonly configDir: string
  readonly dataDir: string
}

/** Where themes lie that the writer had fetched. */
export function themesFolder({ dataDir }: Pick<UserFolders, 'dataDir'>): string {
  return join(dataDir, 'themes')
}

/**
 * The folders each system sets aside for this: XDG on Linux, Application Support on macOS, AppData on Windows.
 * `LECTERN_HOME` puts both under one folder.
 *
 * @param home the user's home folder
 */
export function userFolders(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): UserFolders {
  const own = env['LECTERN_HOME']
  if (own) return { configDir: join(own, 'config'), dataDir: join(own, 'data') }
  if (platform === 'darwin') {
    const support = join(home, 'Library', 'Application Support', 'Lectern')
    return { configDir: support, dataDir: join(support, 'Data') }
  }
  if (platform === 'win32') {
    return {
      configDir: join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Lectern'),
      dataDir: join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Lectern', 'Data'),
    }
  }
  // XDG Base Directory Specification: a relative value is to be ignored.
  const absolute = (value: string | undefined, otherwise: string): string =>
    value?.startsWith('/') ? value : otherwise
  return {
    configDir: join(absolute(env['XDG_CONFIG_HOME'], join(home, '.config')), 'lectern'),
    dataDir: join(absolute(env['XDG_DATA_HOME'], join(home, '.local', 'share')), 'lectern'),
  }
}
