import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readFileOnDisk, removeEmptyFolders, writeBack } from './export-files.ts'
import { type ExportRecord, type RecordedFile, readBefore } from './export-journal.ts'

/** Beside its target while it is written; the name tells whose it is. */
export function temporaryName(id: string, index: number): string {
  return `.lectern-${id}-${index}.tmp`
}

/**
 * Gives the files of a record back what they held before. A file that somebody else changed in the meantime is left
 * alone.
 *
 * @param folder where the record and its old bytes are
 */
export async function restoreFiles(record: ExportRecord, folder: string): Promise<void> {
  for (const [index, file] of record.files.entries()) {
    const beside = join(record.target, dirname(file.path), temporaryName(record.id, index))
    if (file.written) await rm(beside, { force: true })
  }
  for (const [index, file] of record.files.entries()) {
    if (await holdsWhatWeLeft(record, file)) await restoreFile(record, folder, file, index)
  }
  await removeEmptyFolders(record.target, record.madeFolders)
}

/** Whether a file is as the export left it, and was otherwise before. */
async function holdsWhatWeLeft(record: ExportRecord, file: RecordedFile): Promise<boolean> {
  if (file.after === file.before?.version) return false
  const now = await readFileOnDisk(join(record.target, file.path))
  return now?.version === file.after
}

async function restoreFile(
  record: ExportRecord,
  folder: string,
  file: RecordedFile,
  index: number,
): Promise<void> {
  const target = join(record.target, file.path)
  if (!file.before) return rm(target, { force: true })
  const bytes = await readBefore(folder, file.before)
  await writeBack(target, bytes, file.before.mode, temporaryName(record.id, index))
}
