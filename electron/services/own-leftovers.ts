import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing } from './disk-errors.ts'
import { type LeftoversOptions, sweepLeftovers } from './leftovers.ts'
import { isBeside } from './safe-write.ts'

/**
 * Removes from Lectern's own folders (absolute paths) what a kill left half written. What the journal or a list said
 * stands under its own name beside it, whole.
 */
export async function sweepOwnLeftovers(
  folders: readonly string[],
  options: LeftoversOptions,
): Promise<void> {
  const found = await Promise.all(folders.map(leftoversIn))
  // On macOS the one folder lies in the other.
  await sweepLeftovers([...new Set(found.flat())], options)
}

async function leftoversIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter(entry => entry.isFile() && isBeside(entry.name))
      .map(entry => join(entry.parentPath, entry.name))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}
