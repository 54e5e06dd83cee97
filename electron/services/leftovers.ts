import { basename, dirname } from 'node:path'
import { readAsideName } from './aside-name.ts'
import { bringBack } from './bring-back.ts'
import type { FileSystem } from './file-system.ts'
import type { Log } from './log.ts'
import { isBeside } from './safe-write.ts'

/** Whether a name is one that Lectern gives to a file for the moments of a save; one that stays was left by a kill. */
export function isLeftover(name: string): boolean {
  return isBeside(name) || readAsideName(name) !== undefined
}

/** A leftover that is older than this belongs to nothing under way. */
const leftoverAgeMs = 60_000

export interface LeftoversOptions {
  readonly disk: FileSystem
  readonly log: Log
  readonly now: () => Date
}

/** Ends, for files {@link isLeftover} of any program of ours, what was interrupted. Absolute paths. */
export async function sweepLeftovers(
  paths: readonly string[],
  { disk, log, now }: LeftoversOptions,
): Promise<void> {
  const oldAsides = new Set<string>()
  for (const path of paths) {
    try {
      const { modifiedNs, changedNs } = await disk.nameFacts(path)
      const isAside = !isBeside(basename(path))
      const since = isAside ? changedNs : modifiedNs
      if (now().getTime() - Number(since / 1_000_000n) < leftoverAgeMs) continue
      if (isAside) oldAsides.add(path)
      else await disk.unlink(path)
    } catch (error) {
      log.note('a leftover of an interrupted save stays', error)
    }
  }
  for (const folder of new Set([...oldAsides].map(path => dirname(path)))) {
    try {
      await bringBack(disk, folder, path => oldAsides.has(path))
    } catch (error) {
      log.note('what a kill left half done was not ended', error)
    }
  }
}
