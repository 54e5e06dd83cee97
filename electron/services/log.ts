import { appendFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isMissing } from './disk-errors.ts'
import { diskFileSystem } from './file-system.ts'

/** Notes for whoever looks into a failure. They never hold the text of a post. */
export interface Log {
  readonly note: (what: string, cause?: unknown) => void
  /** Everything noted so far is in the file. */
  readonly settled: () => Promise<void>
}

const largestBytes = 1024 * 1024

/** A log in `dataDir/lectern.log`; at 1 MB it becomes `lectern.old.log`. It never fails and is never waited for. */
export function createLog(dataDir: string, now: () => Date = () => new Date()): Log {
  const path = join(dataDir, 'lectern.log')
  let last: Promise<void> = Promise.resolve()
  const note = (what: string, cause?: unknown): void => {
    const line = `${now().toISOString()} ${what}${cause === undefined ? '' : `: ${describe(cause)}`}\n`
    last = last
      .then(async () => {
        // The folder may be the first of Lectern's; what follows relies on it.
        await diskFileSystem.makeFolder(dataDir)
        if ((await sizeOf(path)) > largestBytes) await rename(path, join(dataDir, 'lectern.old.log'))
        await appendFile(path, line)
      })
      // A log that cannot be written must not stop the writing.
      .catch(() => undefined)
  }
  return { note, settled: () => last }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (isMissing(error)) return 0
    throw error
  }
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const inner = cause.cause === undefined ? '' : ` ← ${describe(cause.cause)}`
  return `${cause.name}: ${cause.message}${inner}`
}
