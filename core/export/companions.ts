import type { ExportFile, PastCommit } from './types.ts'

/** A commit of more files than this was a sweep, and says nothing of what belongs together. */
const mostInOneThought = 12

/**
 * Of the files that have changes now, those that the last commit of one of these posts had changed as well.
 *
 * @param log newest first
 */
export function companionsOf(
  files: readonly ExportFile[],
  otherChanges: readonly string[],
  log: readonly PastCommit[],
): string[] {
  const exported = new Set(files.map(file => file.path))
  const together = files
    .filter(file => file.post)
    .flatMap(({ path, movedFrom }) => {
      const last = log.find(commit => touches(commit, path) || touches(commit, movedFrom?.path))
      const all = last ? [...last.added, ...last.modified] : []
      return all.length <= mostInOneThought ? all : []
    })
  const known = new Set(together)
  return otherChanges.filter(path => known.has(path) && !exported.has(path)).toSorted()
}

function touches({ added, modified }: PastCommit, path: string | undefined): boolean {
  return path !== undefined && (added.includes(path) || modified.includes(path))
}
