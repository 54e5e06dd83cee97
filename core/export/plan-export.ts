import { type CommittedChange, proposeMessage } from './commit-message.ts'
import { companionsOf } from './companions.ts'
import { changedPaths, operationsFor } from './operations.ts'
import type {
  ExportFile,
  ExportFinding,
  ExportOperation,
  ExportPlan,
  PastCommit,
  PlannedPage,
} from './types.ts'

export interface PlanRequest {
  /** Absolute path of the repository or folder that receives the files. */
  readonly repo: string
  /** Null without git, or where no branch is checked out. */
  readonly branch: string | null
  readonly files: readonly ExportFile[]
  readonly urls: readonly string[]
  readonly pages?: readonly PlannedPage[]
  readonly findings: readonly ExportFinding[]
  /** Files with changes of their own, besides those of the export; companions come from among them. */
  readonly otherChanges?: readonly string[]
  /** Undefined when nothing shall be committed. */
  readonly commit?: {
    /** Replaces the proposed message. */
    readonly message?: string
    /** Newest first. */
    readonly log: readonly PastCommit[]
    /** Title of each post, by path; a path without one is named after its file. */
    readonly titles: ReadonlyMap<string, string>
    readonly signOff?: string
  }
}

/**
 * Everything an export would do. Files that are published as they are wanted take no part; when none is left, the
 * plan is empty and commits nothing.
 */
export function planExport(request: PlanRequest): ExportPlan {
  const operations = operationsFor(request.files)
  const { commit } = request
  return {
    repo: request.repo,
    branch: request.branch,
    operations,
    commit:
      commit && operations.length > 0
        ? {
            message:
              commit.message ?? proposeMessage({ ...commit, changes: changesOf(operations, request.files) }),
            paths: changedPaths(operations),
          }
        : null,
    urls: request.urls,
    ...(request.pages ? { pages: request.pages } : {}),
    findings: request.findings,
    ...(commit && request.otherChanges
      ? { companions: companionsOf(request.files, request.otherChanges, commit.log) }
      : {}),
  }
}

function changesOf(operations: readonly ExportOperation[], files: readonly ExportFile[]): CommittedChange[] {
  const byPath = new Map(files.map(file => [file.path, file]))
  return operations.map(({ type, path }) => {
    const file = byPath.get(path)
    return { path, post: file?.post ?? false, kind: kindOf(type, file) }
  })
}

function kindOf(type: ExportOperation['type'], file: ExportFile | undefined): CommittedChange['kind'] {
  if (type === 'delete') return 'remove'
  if (type === 'move') return 'rename'
  return file?.published === null ? 'add' : 'update'
}
