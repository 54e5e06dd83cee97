import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { DictionariesApi } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'
import { isMissing, systemCode } from './disk-errors.ts'
import type { FileSystem } from './file-system.ts'
import { writeWhole } from './safe-write.ts'

export interface DictionariesOptions {
  readonly configDir: string
  readonly disk: FileSystem
}

/** The writer's own dictionaries: `dictionaries/LANGUAGE.aff` and `.dic` beside the settings, as other programs have them. */
export function createDictionaries({ configDir, disk }: DictionariesOptions): DictionariesApi {
  const folder = join(configDir, 'dictionaries')
  const file = (language: string, kind: 'aff' | 'dic'): string => join(folder, `${language}.${kind}`)
  return {
    async listDictionaries() {
      const names = await readdir(folder).catch((error: unknown) => {
        if (isMissing(error)) return []
        throw error
      })
      const known = new Set(names)
      return names
        .filter(name => name.endsWith('.dic') && known.has(name.replace(/\.dic$/, '.aff')))
        .map(name => name.replace(/\.dic$/, ''))
        .toSorted()
    },
    async readDictionary(language) {
      try {
        const [aff, dic] = await Promise.all([
          readFile(file(language, 'aff'), 'utf8'),
          readFile(file(language, 'dic'), 'utf8'),
        ])
        return { aff, dic }
      } catch (cause) {
        throw new LecternError('spelling.no-dictionary', [language], { cause })
      }
    },
    async addDictionary(language, aff, dic) {
      try {
        await writeWhole(disk, file(language, 'aff'), aff)
        await writeWhole(disk, file(language, 'dic'), dic)
      } catch (cause) {
        throw new LecternError('settings.not-saved', [systemCode(cause) ?? 'unknown'], { cause })
      }
    },
    async removeDictionary(language) {
      for (const kind of ['dic', 'aff'] as const)
        await disk.unlink(file(language, kind)).catch((error: unknown) => {
          if (!isMissing(error)) throw error
        })
    },
  }
}
