import { proposeMessage } from './commit-message.ts'
import { changedPaths, operationsFor } from './operations.ts'
import type { ExportFile, ExportFinding, ExportPlan, PastCommit } from './types.ts'

export interface PlanRequest {
  /** Absolute path of the repository or folder that receives the files. */
  readonly repo: string
  /** Null without git, or where no branch is checked out. */
  readonly branch: string | null
  readonly files: readonly ExportFile[]
  readonly urls: readonly string[]
  readonly findings: readonly ExportFinding[]
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
  const posts = new Set(request.files.filter(file => file.post).map(file => file.path))
  return {
    repo: request.repo,
    branch: request.branch,
    operations,
    commit:
      commit && operations.length > 0
        ? {
            message: commit.message ?? proposeMessage({ ...commit, operations, posts }),
            paths: changedPaths(operations),
          }
        : null,
    urls: request.urls,
    findings: request.findings,
  }
}
