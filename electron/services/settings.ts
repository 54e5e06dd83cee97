import { join } from 'node:path'
import type { Json, Settings, SettingsApi } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import { systemCode } from './disk-errors.ts'
import type { FileSystem } from './file-system.ts'
import { folderKey } from './folder-key.ts'
import { readJson, writeJson } from './json-file.ts'
import { createQueue } from './one-at-a-time.ts'
import { writeWhole } from './safe-write.ts'

export interface SettingsOptions {
  readonly configDir: string
  /** Absolute path of the open folder; its settings lie over the writer's own. */
  readonly folder: string
  readonly disk: FileSystem
}

const queue = createQueue()

/**
 * The writer's settings in `settings.json`, those of a folder in `folders/NAME-….json`: readable, and read afresh each
 * time, so that an edit by hand counts at once. A file that is not JSON is put aside, never written over.
 */
export function createSettings({ configDir, folder, disk }: SettingsOptions): SettingsApi {
  const paths = {
    user: join(configDir, 'settings.json'),
    folder: join(configDir, 'folders', `${folderKey(folder)}.json`),
  }

  async function writeSetting(scope: 'folder' | 'user', key: string, value: Json): Promise<void> {
    const path = paths[scope]
    try {
      const { value: found, broken } = await readJson(path)
      if (broken !== undefined) await writeWhole(disk, `${path}.broken`, broken)
      const { [key]: _, ...others } = asSettings(found)
      const next = value === null ? others : { ...others, [key]: value }
      await writeJson(disk, path, scope === 'folder' ? { folder, settings: next } : next)
    } catch (error) {
      throw new LecternError('settings.not-saved', [systemCode(error) ?? 'unknown'], { cause: error })
    }
  }

  return {
    async readSettings() {
      // A window that was loaded again asks while the one before it is still being written.
      const [user, folder] = await Promise.all(
        [paths.user, paths.folder].map(path => queue(path, () => readJson(path))),
      )
      return { ...asSettings(user?.value), ...asSettings(folder?.value) }
    },
    writeSetting: (scope, key, value) => queue(paths[scope], () => writeSetting(scope, key, value)),
  }
}

function asSettings(value: unknown): Settings {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
  const named = value as { readonly folder?: unknown; readonly settings?: unknown }
  if (typeof named.folder === 'string' && 'settings' in named) return asSettings(named.settings)
  return value as Settings
}
