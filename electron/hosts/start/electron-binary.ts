import { accessSync, constants, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Where the Electron program is; undefined where it has not been downloaded.
 *
 * Read from what its installer leaves behind. Importing 'electron' in Node would start the download.
 *
 * @param electronFolder of the npm package
 */
export function findElectron(
  electronFolder: string,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const overriding = env['ELECTRON_OVERRIDE_DIST_PATH']
  const name = installedName(electronFolder) ?? (overriding ? 'electron' : undefined)
  if (name === undefined) return undefined
  const path = join(overriding ?? join(electronFolder, 'dist'), name)
  return isExecutable(path) ? path : undefined
}

/** The installer writes the name of the program within dist/ when it is done. */
function installedName(electronFolder: string): string | undefined {
  try {
    return readFileSync(join(electronFolder, 'path.txt'), 'utf8').trim() || undefined
  } catch {
    // Not installed.
    return undefined
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
