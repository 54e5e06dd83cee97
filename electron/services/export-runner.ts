import { randomUUID } from 'node:crypto'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { LecternError } from '../../core/errors.ts'
import type { ExportPlan, ExportReceipt } from '../../core/export/index.ts'
import { completeExport } from './export-complete.ts'
import {
  type FileOnDisk,
  type FileVersion,
  assertWritable,
  missingFolders,
  putStaged,
  readFileOnDisk,
  stageBeside,
  versionOf,
} from './export-files.ts'
import {
  type ExportRecord,
  type ExportSource,
  type RecordedFile,
  currentFolder,
  dropRecord,
  keepBefore,
  keepRoom,
  noteGitProcess,
  writeRecord,
} from './export-journal.ts'
import { takeTarget } from './export-recovery.ts'
import { restoreFiles, temporaryName } from './export-restore.ts'
import { commitEntries, storeWorkTreeFiles } from './git-commit.ts'
import { type GitEntry, readIndexEntries, readTree } from './git-index.ts'
import { type Repository, assertCanCommit, findRepository } from './git-repository.ts'
import { type Git, pieces, runGit } from './git.ts'

/** A file of a plan with what the plan itself does not carry: its bytes, and what lay there when it was made. */
export interface PreparedFile {
  readonly path: string
  /** What to write; `null` removes the file; `'as-it-is'` only commits what lies there. */
  readonly content: Buffer | null | 'as-it-is'
  readonly onDisk: FileVersion | undefined
}

/** A plan ready to be applied. */
export interface PreparedExport {
  readonly plan: ExportPlan
  readonly target: string
  readonly files: readonly PreparedFile[]
  /** Undefined without git. */
  readonly repository: Repository | undefined
  /** Where records of this target are kept. */
  readonly records: string
  /** Which posts of another folder are copied where. */
  readonly sources?: readonly ExportSource[]
}

export interface ApplyOptions {
  readonly signal?: AbortSignal
  readonly progress?: (done: number, total: number) => void
}

/**
 * Does what a plan says, all of it or nothing.
 *
 * @throws LecternError saying why nothing was done: the disk has moved away from the plan, a hook refused, cancelled…
 */
export async function applyExport(
  git: Git,
  prepared: PreparedExport,
  options: ApplyOptions = {},
): Promise<ExportReceipt> {
  if (prepared.plan.operations.length === 0) return receipt(prepared.plan)
  const lock = await takeTarget(git, prepared.records, prepared.repository).catch((cause: unknown) => {
    throw translated(cause)
  })
  try {
    return await applyLocked(git, prepared, options)
  } finally {
    lock.end()
  }
}

async function applyLocked(
  git: Git,
  prepared: PreparedExport,
  options: ApplyOptions,
): Promise<ExportReceipt> {
  const { plan, records, repository } = prepared
  const folder = currentFolder(records)
  let record: ExportRecord | undefined
  try {
    const before = await assertFresh(git, prepared)
    record = await beginRecord(git, prepared, before)
    await writeFiles(record, prepared, options)
    if (record.git && repository) record = await commitFiles(git, repository, record, folder, options)
  } catch (cause) {
    if (record) await restoreFiles(record, folder)
    await dropRecord(records)
    throw translated(cause)
  }
  await completeExport(git, records, record, repository)
  return receipt(plan, { commit: record.git?.commit, undoId: record.id })
}

function receipt(
  plan: ExportPlan,
  done: { readonly commit?: string | undefined; readonly undoId?: string } = {},
): ExportReceipt {
  return {
    ...plan,
    done: true,
    commit_id: done.commit ?? null,
    pushed: false,
    undo_id: done.undoId ?? null,
  }
}

/** Refusals stay as they are; whatever else stopped us (a full disk, a permission) becomes a sentence. */
function translated(cause: unknown): unknown {
  if (cause instanceof LecternError) return cause
  return new LecternError('export.failed', [cause instanceof Error ? cause.message : String(cause)], {
    cause,
  })
}

/** @returns what lies at each path now */
async function assertFresh(git: Git, prepared: PreparedExport): Promise<Map<string, FileOnDisk | undefined>> {
  const { repository, target, plan } = prepared
  if (repository && plan.commit) {
    const now = await findRepository(git, target)
    if (now) await assertCanCommit(git, now)
    if (now?.head !== repository.head || now?.branch !== repository.branch)
      throw new LecternError('export.plan-stale', [target])
  }
  const before = new Map<string, FileOnDisk | undefined>()
  for (const file of prepared.files) {
    const found = await readFileOnDisk(join(target, file.path))
    if (found?.version !== file.onDisk) throw new LecternError('export.plan-stale', [file.path])
    if (file.content !== 'as-it-is') await assertWritable(target, file.path)
    before.set(file.path, found)
  }
  return before
}

async function beginRecord(
  git: Git,
  prepared: PreparedExport,
  before: ReadonlyMap<string, FileOnDisk | undefined>,
): Promise<ExportRecord> {
  const { repository, plan, target } = prepared
  const folder = currentFolder(prepared.records)
  const paths = prepared.files.map(file => file.path)
  const kept = await keepBefore(
    folder,
    paths.map(path => ({ path, before: before.get(path) })),
  )
  const written = prepared.files.filter(file => Buffer.isBuffer(file.content)).map(file => file.path)
  const record: ExportRecord = {
    id: randomUUID().slice(0, 13),
    startedAt: new Date().toISOString(),
    target,
    plan,
    files: prepared.files.map(file => recorded(file, kept)),
    ...(prepared.sources ? { sources: prepared.sources } : {}),
    madeFolders: await missingFolders(target, written),
    ...(repository && plan.commit
      ? {
          git: {
            branch: repository.branch!,
            head: repository.head!,
            indexBefore: await readIndexEntries(git, repository, paths),
          },
        }
      : {}),
  }
  await writeRecord(folder, record)
  if (repository) {
    const index = await stat(join(repository.gitDir, 'index')).catch(() => undefined)
    await keepRoom(folder, index?.size ?? 0)
  }
  return record
}

function recorded(
  { path, content }: PreparedFile,
  kept: ReadonlyMap<string, NonNullable<RecordedFile['before']>>,
): RecordedFile {
  const before = kept.get(path)
  const after = content === 'as-it-is' ? before?.version : content === null ? undefined : versionOf(content)
  return {
    path,
    written: content !== 'as-it-is',
    ...(before ? { before } : {}),
    ...(after === undefined ? {} : { after }),
  }
}

/** All of it beside first, so that a full disk or a cancel finds every file still as it was. */
async function writeFiles(
  record: ExportRecord,
  prepared: PreparedExport,
  options: ApplyOptions,
): Promise<void> {
  for (const [index, { path, content }] of prepared.files.entries()) {
    if (options.signal?.aborted) throw new LecternError('export.cancelled')
    const mode = record.files[index]?.before?.mode ?? 0o644
    if (Buffer.isBuffer(content))
      await stageBeside(join(record.target, path), content, mode, temporaryName(record.id, index))
    options.progress?.(index + 1, prepared.files.length)
  }
  for (const [index, { path, content }] of prepared.files.entries()) {
    const target = join(record.target, path)
    if (content === null) await rm(target, { force: true })
    else if (content !== 'as-it-is') await putStaged(target, temporaryName(record.id, index))
  }
}

/** Our paths as they lie on disk now, stored as blobs. */
async function commitFiles(
  git: Git,
  repository: Repository,
  record: ExportRecord,
  folder: string,
  options: ApplyOptions,
): Promise<ExportRecord> {
  const present = record.files.filter(file => file.after !== undefined).map(file => file.path)
  await assertNotIgnored(git, repository, present)
  const ids = await storeWorkTreeFiles(git, repository, present)
  const tree = await readTree(git, repository, repository.head!)
  const entries = await Promise.all(
    record.files.map(async ({ path }): Promise<GitEntry> => {
      const id = ids.get(path)
      return id === undefined
        ? { path }
        : { path, id, mode: tree.get(path)?.mode ?? (await modeOf(record, path)) }
    }),
  )
  const commit = await commitEntries(git, repository, {
    entries,
    message: record.plan.commit!.message,
    folder,
    id: record.id,
    ...(options.signal ? { signal: options.signal } : {}),
    started: pid => noteGitProcess(folder, pid),
  })
  return commit === undefined ? record : { ...record, git: { ...record.git!, commit } }
}

async function modeOf(record: ExportRecord, path: string): Promise<string> {
  const found = await readFileOnDisk(join(record.target, path))
  return found && (found.mode & 0o111) !== 0 ? '100755' : '100644'
}

async function assertNotIgnored(git: Git, repository: Repository, paths: readonly string[]): Promise<void> {
  const asked = await runGit(git, repository.root, ['check-ignore', '-z', '--stdin'], {
    input: paths.map(path => `${path}\0`).join(''),
  })
  const [first] = pieces(asked.stdout)
  if (first !== undefined) throw new LecternError('git.ignored', [first])
}
