import { readFile } from 'node:fs/promises'
import { isMissing } from './disk-errors.ts'
import type { FileSystem } from './file-system.ts'
import { writeWhole } from './safe-write.ts'

/** What stands in a JSON file: `undefined` where there is none; `broken` where it is not JSON. */
export async function readJson(path: string): Promise<{ readonly value: unknown; readonly broken?: string }> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return { value: undefined }
    throw error
  }
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return { value: undefined, broken: text }
  }
}

/** Writes JSON that a person can read. */
export async function writeJson(disk: FileSystem, path: string, value: unknown): Promise<void> {
  await writeWhole(disk, path, `${JSON.stringify(value, undefined, 2)}\n`)
}
