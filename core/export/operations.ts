import { unifiedDiff } from '../text/index.ts'
import type { ExportFile, ExportOperation } from './types.ts'

/** The changes that make what is published what is wanted. A file that already is so gives none. */
export function operationsFor(files: readonly ExportFile[]): ExportOperation[] {
  return files.flatMap(file => operationFor(file) ?? [])
}

/** The paths whose content a commit of these operations changes, in order. */
export function changedPaths(operations: readonly ExportOperation[]): string[] {
  const paths = operations.flatMap(({ path, from }) => (from === undefined ? [path] : [from, path]))
  return [...new Set(paths)].toSorted()
}

function operationFor(file: ExportFile): ExportOperation | undefined {
  const { path, wanted, published, movedFrom } = file
  if (wanted === null)
    return published === null
      ? undefined
      : { type: 'delete', path, diff: unifiedDiff(path, published.text ?? null, null) }
  if (movedFrom && published === null)
    return { type: 'move', path, from: movedFrom.path, diff: diffBetween(path, movedFrom.published, wanted) }
  if (published?.id === wanted.id) return undefined
  return { type: 'write', path, diff: diffBetween(path, published, wanted) }
}

function diffBetween(
  path: string,
  before: ExportFile['published'],
  after: NonNullable<ExportFile['wanted']>,
): string {
  if (after.text === undefined || (before !== null && before.text === undefined)) return ''
  return unifiedDiff(path, before?.text ?? null, after.text)
}
