import { systemCode } from './disk-errors.ts'
import { type FileFacts, sameFile } from './file-facts.ts'

/** What is put where, see {@link swapNames}. Absolute paths in one folder. */
export interface Swap {
  /** The file that is to have the name. It may keep its own name besides. */
  readonly incoming: string
  readonly target: string
  /** A free name, for what stood at `target` until now. */
  readonly aside: string
  /** What is expected at `target`; whatever stands there when absent. */
  readonly seen?: FileFacts
}

/**
 * `swapped`; `changed`, and nothing done, where `target` is not what was seen; `taken` where another program gave the
 * name to a file of its own in between, which has it now.
 */
export type SwapResult = 'swapped' | 'changed' | 'taken'

/** The system calls of a swap. */
export interface NameCalls {
  readonly facts: (path: string) => FileFacts
  /** Moves over whatever stands at `to`. */
  readonly rename: (from: string, to: string) => void
  /** A second name; fails with EEXIST where it is taken. */
  readonly link: (from: string, to: string) => void
}

/**
 * Gives the name `target` to another file without overwriting anything, whatever other programs do meanwhile.
 *
 *     rename target aside      takes what stands there, also what came after the last look
 *     link incoming target     puts ours there; the system refuses where somebody was faster
 *
 * A rename over `target` would be one step, and would destroy what another program had put there since the look. No
 * call that Node offers compares, or exchanges, and renames in one. Between the two calls, which follow each other
 * without giving up the thread, nothing stands at `target`; what a kill leaves there is brought back at the next start.
 *
 * A disk without second names (FAT) gets a look and a rename in place of the link.
 */
export function swapNames(calls: NameCalls, { incoming, target, aside, seen }: Swap): SwapResult {
  if (seen && !sameFile(calls.facts(target), seen)) return 'changed'
  calls.rename(target, aside)
  try {
    return put(calls, incoming, target) ? 'swapped' : 'taken'
  } catch (error) {
    if (!stands(calls, target)) calls.rename(aside, target)
    throw error
  }
}

function put(calls: NameCalls, incoming: string, target: string): boolean {
  try {
    calls.link(incoming, target)
    return true
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false
    if (!refusesSecondNames(error)) throw error
  }
  if (stands(calls, target)) return false
  calls.rename(incoming, target)
  return true
}

function stands(calls: NameCalls, path: string): boolean {
  try {
    calls.facts(path)
    return true
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false
    throw error
  }
}

/** Whether a link failed because the disk, or the rights to the file, allow no second name. */
export function refusesSecondNames(error: unknown): boolean {
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL'].includes(systemCode(error) ?? '')
}
