import type { RepoPath } from '../../core/contract/index.ts'
import { LecternError } from '../../core/errors.ts'

/** Folders that are never listed, watched or written, wherever they lie. */
const untouchable = new Set(['_site', 'vendor', 'node_modules', '.git'])

export function isUntouchable(folderName: string): boolean {
  return untouchable.has(folderName)
}

/**
 * The path, when it may be read and written.
 *
 * @throws LecternError 'post.outside-folder', 'post.untouchable', or 'post.bad-name' for a name no disk takes
 */
export function checkedPath(path: RepoPath): RepoPath {
  const parts = path.split('/')
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path) || parts.some(part => ['', '.', '..'].includes(part)))
    throw new LecternError('post.outside-folder', [path])
  if (parts.some(isUntouchable)) throw new LecternError('post.untouchable', [path])
  if (/[\0\\]/.test(path)) throw new LecternError('post.bad-name', [parts.at(-1) ?? path])
  return path
}
