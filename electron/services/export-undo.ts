import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { LecternError } from '../../core/errors.ts'
import type { ExportReceipt } from '../../core/export/index.ts'
import { readFileOnDisk } from './export-files.ts'
import {
  type ExportRecord,
  type UndoSteps,
  currentFolder,
  dropRecord,
  listRecords,
  noteGitProcess,
  readRecord,
  writeRecord,
} from './export-journal.ts'
import { takeTarget } from './export-recovery.ts'
import { completeUndo } from './export-unwind.ts'
import { commitEntries } from './git-commit.ts'
import { type GitEntry, readIndexEntries, readTree } from './git-index.ts'
import { type Repository, assertCanCommit } from './git-repository.ts'
import { type Git, gitOutput, gitText, lastWords, pieces, runGit } from './git.ts'

/**
 * Takes an export back: exactly that one, or nothing.
 *
 * A commit that is the newest and on no remote is taken off the branch; any other is undone by a commit. Text the
 * writer has in a post stays theirs: what lay at its place before the export is never older than what they see.
 *
 * @param id of the export; the last one when left out
 * @throws LecternError 'export.nothing-to-undo', 'export.undo-changed', and what keeps a repository from committing
 */
export async function undoExport(
  git: Git,
  records: string,
  repository: Repository | undefined,
  id?: string,
): Promise<ExportReceipt> {
  const lock = await takeTarget(git, records, repository)
  try {
    const known = await listRecords(records)
    const record = id === undefined ? known[0] : known.find(each => each.id === id)
    if (!record) throw new LecternError('export.nothing-to-undo')
    await assertUnchanged(record)
    if (record.git && repository) return await undoCommit(git, records, record, repository)
    return await undoFiles(git, records, record)
  } catch (error) {
    // Without a record nothing was begun, and the folder is only our lock.
    if (!(await readRecord(currentFolder(records)))) await dropRecord(records)
    throw error
  } finally {
    lock.end()
  }
}

/** @throws LecternError when a file we wrote has been changed since */
async function assertUnchanged(record: ExportRecord): Promise<void> {
  for (const file of record.files) {
    if (!file.written) continue
    const now = await readFileOnDisk(join(record.target, file.path))
    if (now?.version !== file.after) throw new LecternError('export.undo-changed', [file.path])
  }
}

async function undoFiles(git: Git, records: string, record: ExportRecord): Promise<ExportReceipt> {
  const undo = undoRecord(record, { of: record.id, way: 'files', index: [] })
  await writeRecord(currentFolder(records), undo)
  await completeUndo(git, records, undo, undefined)
  return receipt(record, null)
}

async function undoCommit(
  git: Git,
  records: string,
  record: ExportRecord,
  repository: Repository,
): Promise<ExportReceipt> {
  await assertCanCommit(git, repository)
  const { head, commit } = record.git!
  if (commit === undefined) return undoFiles(git, records, record)
  const change = await readChange(git, repository, head, commit)
  await assertStillThere(git, repository, commit, change)
  const reset = repository.head === commit && (await isOnlyHere(git, repository, commit))
  const undo: ExportRecord = {
    ...undoRecord(record, {
      of: record.id,
      way: reset ? 'reset' : 'revert',
      to: head,
      index: await indexAfterwards(git, repository, change, reset ? record.git!.indexBefore : []),
    }),
    git: { ...record.git!, branch: repository.branch!, head: repository.head! },
  }
  await writeRecord(currentFolder(records), withoutCommit(undo))
  try {
    if (reset) await moveBranchBack(git, repository, record)
    else await commitReverse(git, repository, records, undo, change)
  } catch (error) {
    await dropRecord(records)
    throw error
  }
  await completeUndo(git, records, undo, repository)
  return receipt(record, reset ? null : await gitText(git, repository.root, ['rev-parse', 'HEAD']))
}

function undoRecord(record: ExportRecord, undo: UndoSteps): ExportRecord {
  return { ...record, id: randomUUID().slice(0, 13), startedAt: new Date().toISOString(), undo }
}

function withoutCommit(record: ExportRecord): ExportRecord {
  const { commit: _undone, ...git } = record.git!
  return { ...record, git }
}

/** A receipt of what was taken back: its operations are those of the export. */
function receipt(record: ExportRecord, commit: string | null): ExportReceipt {
  return { ...record.plan, done: true, commit_id: commit, pushed: false, undo_id: null }
}

/** A path a commit changed: its entry before, and in the commit. */
interface ChangedEntry {
  readonly before: GitEntry
  readonly after: GitEntry
}

async function readChange(
  git: Git,
  repository: Repository,
  from: string,
  to: string,
): Promise<ChangedEntry[]> {
  const changed = pieces(
    await gitOutput(git, repository.root, ['diff-tree', '-r', '-z', '--no-renames', '--name-only', from, to]),
  )
  const [before, after] = await Promise.all([readTree(git, repository, from), readTree(git, repository, to)])
  return changed.map(path => ({ before: before.get(path) ?? { path }, after: after.get(path) ?? { path } }))
}

/** @throws LecternError when later commits changed the same files, or the export is not part of this branch */
async function assertStillThere(
  git: Git,
  repository: Repository,
  commit: string,
  change: readonly ChangedEntry[],
): Promise<void> {
  const ancestor = await runGit(git, repository.root, ['merge-base', '--is-ancestor', commit, 'HEAD'])
  if (ancestor.code !== 0) throw new LecternError('export.undo-elsewhere')
  const now = await readTree(git, repository, 'HEAD')
  const moved = change.find(({ after }) => now.get(after.path)?.id !== after.id)
  if (moved) throw new LecternError('export.undo-changed', [moved.after.path])
}

/** On no remote and under no tag, as far as this repository knows. */
async function isOnlyHere(git: Git, repository: Repository, commit: string): Promise<boolean> {
  const places = ['refs/remotes', 'refs/tags']
  const found = await gitText(git, repository.root, [
    'for-each-ref',
    '--count=1',
    '--contains',
    commit,
    ...places,
  ])
  return found === ''
}

/** Our paths as they were staged before; what the writer has staged since then stays. */
async function indexAfterwards(
  git: Git,
  repository: Repository,
  change: readonly ChangedEntry[],
  stagedBefore: readonly GitEntry[],
): Promise<GitEntry[]> {
  const before = new Map(stagedBefore.map(entry => [entry.path, entry]))
  const paths = change.map(({ after }) => after.path)
  const now = new Map((await readIndexEntries(git, repository, paths)).map(entry => [entry.path, entry.id]))
  return change
    .filter(({ after }) => now.get(after.path) === after.id)
    .map(entry => before.get(entry.before.path) ?? entry.before)
}

async function moveBranchBack(git: Git, repository: Repository, record: ExportRecord): Promise<void> {
  const { head, commit } = record.git!
  const ref = `refs/heads/${repository.branch}`
  const moved = await runGit(git, repository.root, [
    'update-ref',
    '-m',
    'lectern-export undone',
    ref,
    head,
    commit!,
  ])
  if (moved.code !== 0) throw new LecternError('git.failed', [lastWords(moved.stderr)])
}

async function commitReverse(
  git: Git,
  repository: Repository,
  records: string,
  undo: ExportRecord,
  change: readonly ChangedEntry[],
): Promise<void> {
  const folder = currentFolder(records)
  const subject = undo.plan.commit?.message.split('\n')[0] ?? ''
  await commitEntries(git, repository, {
    entries: change.map(({ before }) => before),
    message: `Revert "${subject}"\n\nThis reverts commit ${undo.git!.commit}.`,
    folder,
    id: undo.id,
    started: pid => noteGitProcess(folder, pid),
  })
}
