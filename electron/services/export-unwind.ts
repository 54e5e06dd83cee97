import { findCommit } from './export-complete.ts'
import {
  type ExportRecord,
  currentFolder,
  dropRecord,
  finishedFolder,
  forgetRecord,
} from './export-journal.ts'
import { restoreFiles } from './export-restore.ts'
import { changeIndex } from './git-index.ts'
import type { Repository } from './git-repository.ts'
import { type Git, gitText } from './git.ts'

/** Whether an undo that was cut short had taken its decisive step, after which it is finished and not dropped. */
export async function undoWasBegun(
  git: Git,
  record: ExportRecord,
  repository: Repository | undefined,
): Promise<boolean> {
  if (!record.git || !repository) return true
  if (record.undo?.way === 'revert') return (await findCommit(git, repository, record)) !== undefined
  const tip = await gitText(git, repository.root, ['rev-parse', `refs/heads/${record.git.branch}`])
  return tip === record.undo?.to
}

/** What is left of an undo once the branch stands where it shall: index, files, records. Doing it twice does no harm. */
export async function completeUndo(
  git: Git,
  records: string,
  record: ExportRecord,
  repository: Repository | undefined,
): Promise<void> {
  const undone = record.undo!.of
  if (repository && record.git) await changeIndex(git, repository, currentFolder(records), record.undo!.index)
  await restoreFiles(record, finishedFolder(records, undone))
  await dropRecord(records)
  await forgetRecord(records, undone)
}
