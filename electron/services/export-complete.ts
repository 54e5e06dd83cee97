import { join } from 'node:path'
import { LecternError } from '../../core/errors.ts'
import { readFileOnDisk } from './export-files.ts'
import { type ExportRecord, currentFolder, finishRecord, giveUpRoom, writeRecord } from './export-journal.ts'
import { reflogAction } from './git-commit.ts'
import { type GitEntry, changeIndex, readIndexEntries } from './git-index.ts'
import type { Repository } from './git-repository.ts'
import { type Git, gitOutput, gitText, pieces, runGit } from './git.ts'

/**
 * What is left to do once the files lie there and the commit is made: the index learns of it, the record is closed.
 * Doing it twice does no harm.
 *
 * @throws LecternError 'export.index-locked'; the record then waits for the next start
 */
export async function completeExport(
  git: Git,
  records: string,
  record: ExportRecord,
  repository: Repository | undefined,
): Promise<void> {
  const folder = currentFolder(records)
  await giveUpRoom(folder)
  await writeRecord(folder, record)
  if (repository && record.git?.commit !== undefined) {
    try {
      await changeIndex(git, repository, folder, await entriesOfCommit(git, repository, record))
    } catch (cause) {
      if (!(cause instanceof LecternError) || cause.code !== 'git.locked') throw cause
      throw new LecternError('export.index-locked', [join(repository.gitDir, 'index.lock')], { cause })
    }
  }
  await writeRecord(folder, { ...record, files: await filesAsLeft(record) })
  await finishRecord(records, record.id)
}

/** Our paths as committed; and what a hook added to the commit, unless the writer has other plans staged there. */
async function entriesOfCommit(git: Git, repository: Repository, record: ExportRecord): Promise<GitEntry[]> {
  const { head, commit } = record.git!
  const rows = pieces(
    await gitOutput(git, repository.root, ['diff-tree', '-r', '-z', '--no-renames', head, commit!]),
  )
  const own = new Set(record.files.map(file => file.path))
  const changes = rows.flatMap((row, at) => {
    if (!row.startsWith(':')) return []
    const [oldMode, mode, oldId, id] = row.slice(1).split(' ')
    return [{ path: rows[at + 1]!, old: `${oldMode} ${oldId}`, mode: mode!, id: id! }]
  })
  const now = await readIndexEntries(
    git,
    repository,
    changes.map(change => change.path),
  )
  const staged = new Map(
    now.map(entry => [entry.path, `${entry.mode ?? '000000'} ${entry.id ?? zeros(head)}`]),
  )
  return changes
    .filter(change => own.has(change.path) || staged.get(change.path) === change.old)
    .map(({ path, mode, id }) => (/^0+$/.test(id) ? { path } : { path, mode, id }))
}

function zeros(id: string): string {
  return '0'.repeat(id.length)
}

/** A hook may have formatted the files it was shown; Undo has to know them again. */
async function filesAsLeft(record: ExportRecord): Promise<ExportRecord['files']> {
  return Promise.all(
    record.files.map(async ({ after: _planned, ...file }) => {
      const now = await readFileOnDisk(join(record.target, file.path))
      return now ? { ...file, after: now.version } : file
    }),
  )
}

/** The commit an interrupted export or undo had made, if it had: the child of its start that the reflog knows as ours. */
export async function findCommit(
  git: Git,
  repository: Repository,
  record: ExportRecord,
): Promise<string | undefined> {
  const { branch, head, commit } = record.git!
  if (commit !== undefined) return commit
  const since = await runGit(git, repository.root, [
    'rev-list',
    '--first-parent',
    '--reverse',
    `${head}..refs/heads/${branch}`,
  ])
  const [child] = since.stdout.toString('utf8').split('\n')
  if (!child) return undefined
  const log = await runGit(git, repository.root, [
    'reflog',
    'show',
    '--format=%H %gs',
    `refs/heads/${branch}`,
  ])
  const lines = log.stdout.toString('utf8').split('\n').filter(Boolean)
  if (lines.length > 0)
    return lines.some(line => line.startsWith(`${child} ${reflogAction(record.id)}`)) ? child : undefined
  return (await commitsOnlyOurs(git, repository, record, child)) ? child : undefined
}

/** Without a reflog: the child of our start that changes our paths, and no others. */
async function commitsOnlyOurs(
  git: Git,
  repository: Repository,
  record: ExportRecord,
  child: string,
): Promise<boolean> {
  const own = new Set(record.plan.commit?.paths)
  const changed = pieces(
    await gitOutput(git, repository.root, [
      'diff-tree',
      '-r',
      '-z',
      '--no-renames',
      '--name-only',
      record.git!.head,
      child,
    ]),
  )
  const subject = await gitText(git, repository.root, ['log', '-1', '--format=%s', child])
  return changed.every(path => own.has(path)) && (record.plan.commit?.message ?? '').startsWith(subject)
}
