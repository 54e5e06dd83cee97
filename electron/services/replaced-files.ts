import type { RepoPath } from '../../core/contract/index.ts'
import type { FileSystem } from './file-system.ts'
import type { Log } from './log.ts'
import type { Queue } from './one-at-a-time.ts'
import { type ReplacedFile, bringBackLateWords } from './replace-file.ts'

/**
 * The files that saves replaced, kept open for a moment: a program that had opened one may write into it after it lost
 * its name. What it writes is looked for once more and brought back, as though it had been written after the save.
 */
export interface ReplacedFiles {
  readonly hold: (path: RepoPath, replaced: ReplacedFile) => void
  /** Looks now, and lets go. Whoever calls holds the post's place in the queue. */
  readonly look: (path: RepoPath) => Promise<void>
  /** Looks at all of them. */
  readonly close: () => Promise<void>
}

export interface ReplacedFilesOptions {
  readonly disk: FileSystem
  /** One writer a file. */
  readonly queue: Queue
  readonly log?: Log
}

const heldMs = 2_000
/** Each is an open file, of which a program may have few. */
const mostHeld = 16

export function createReplacedFiles({ disk, queue, log }: ReplacedFilesOptions): ReplacedFiles {
  const held = new Map<RepoPath, { readonly replaced: ReplacedFile; readonly timer: NodeJS.Timeout }>()

  async function look(path: RepoPath): Promise<void> {
    const found = held.get(path)
    if (!found) return
    held.delete(path)
    clearTimeout(found.timer)
    try {
      await bringBackLateWords(disk, found.replaced)
    } catch (error) {
      log?.note('a file that was replaced could not be looked at again', error)
    } finally {
      await found.replaced.file.close()
    }
  }

  const lookInTurn = (path: RepoPath): Promise<void> => queue(path, () => look(path))

  return {
    hold: (path, replaced) => {
      const timer = setTimeout(() => void lookInTurn(path), heldMs).unref()
      held.set(path, { replaced, timer })
      const [oldest] = held.keys()
      if (held.size > mostHeld && oldest !== undefined) void lookInTurn(oldest)
    },
    look,
    close: async () => {
      for (const path of held.keys()) await lookInTurn(path)
    },
  }
}
