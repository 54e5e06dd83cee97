import { createHash } from 'node:crypto'
import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileSystem } from './file-system.ts'
import { writeWhole } from './safe-write.ts'

/** Style sheets as they were compiled before, by what they were compiled from: Sass takes longer than the rest of a start. */
export interface StyleCache {
  read(source: string): Promise<string | undefined>
  /** Forgets the oldest beyond a few dozen. A cache that cannot be written is none, and nobody's concern. */
  write(source: string, css: string): Promise<void>
}

const mostSheets = 60

/** @param folder of Lectern's own; may be deleted at any time */
export function createStyleCache(disk: FileSystem, folder: string): StyleCache {
  const fileOf = (source: string): string =>
    join(folder, `${createHash('sha256').update(source).digest('hex').slice(0, 32)}.css`)

  async function forgetOldest(): Promise<void> {
    const names = (await readdir(folder)).filter(name => name.endsWith('.css'))
    if (names.length <= mostSheets) return
    const dated = await Promise.all(
      names.map(async name => ({ name, writtenMs: (await stat(join(folder, name))).mtimeMs })),
    )
    const oldest = dated.toSorted((left, right) => left.writtenMs - right.writtenMs).slice(0, -mostSheets)
    for (const { name } of oldest) await disk.unlink(join(folder, name))
  }

  return {
    read: source => readFile(fileOf(source), 'utf8').catch(() => undefined),
    async write(source, css) {
      try {
        await writeWhole(disk, fileOf(source), css)
        await forgetOldest()
      } catch {
        // The sheet is made anew next time.
      }
    },
  }
}
