import type { ExportPlan, ExportReceipt } from '../export/index.ts'
import type { SiteSnapshot } from '../jekyll/index.ts'
import { boolean, identifier, list, optional, record, repoPath, text } from './arguments.ts'
import type { RepoPath } from './posts-api.ts'
import type { MethodTable } from './wire.ts'

export interface ExportRequest {
  readonly posts: readonly RepoPath[]
  /** Other files that go along, relative to the repository, such as companions of a plan. */
  readonly along?: readonly string[]
  /** Path of the target repository, absolute or from `~`; left out when the open folder lies in one. */
  readonly repo?: string
  /** Replaces the proposed commit message. */
  readonly message?: string
  readonly commit?: boolean
  readonly push?: boolean
}

/** A plan kept by the host until it is applied or replaced. */
export interface PlannedExport {
  readonly planId: string
  readonly plan: ExportPlan
}

/** A planned file as the site has it now, and as it will have it. A side without a text of it is left out. */
export interface PlannedTexts {
  readonly before?: string
  readonly after?: string
}

/** A file changed here and, in the same lines, on the site. Undefined where a side has no such file. */
export interface PushConflict {
  /** Relative to the repository, with `/`. */
  readonly path: string
  readonly base?: string
  readonly ours?: string
  readonly theirs?: string
  /** Both, with conflict marks where they differ. */
  readonly merged: string
}

/** What the writer decided a conflicting file shall hold. */
export interface ResolvedFile {
  readonly path: string
  readonly text: string
}

/** What the status bar says of publishing. */
export interface PublishState {
  /** Absolute path of the repository or folder posts go to; undefined where none is known yet. */
  readonly repo?: string
  readonly branch?: string
  /** Commits not on the remote yet; undefined without a remote. */
  readonly ahead?: number
  /** `queued`: committed, to be pushed when the network is back. Absent when nothing waits. */
  readonly push?: 'queued' | 'running' | 'conflict' | 'held'
  /** Why the last push did not go through, as a sentence. */
  readonly pushProblem?: string
  /** What happened to an export that a crash had cut short, as a sentence; said once. */
  readonly recovered?: string
  readonly lastExport?: { readonly undoId: string; readonly summary: string }
  /** A sentence about a repository that cannot take an export now (mid-merge, unsafe owner…). */
  readonly trouble?: string
}

export interface ExportApi {
  /** What exporting would change. Writes nothing. */
  planExport(request: ExportRequest): Promise<PlannedExport>
  /** Does what the plan says, all or nothing; refuses a plan the disk has moved away from. */
  applyExport(planId: string): Promise<ExportReceipt>
  undoExport(undoId: string): Promise<ExportReceipt>
  /** What one operation of a plan changes, named by its path. */
  plannedTexts(planId: string, path: string): Promise<PlannedTexts>
  /** The site that a file of a plan goes to; undefined where that is the one of the open folder. */
  plannedSite(planId: string, path: string): Promise<SiteSnapshot | undefined>
  publishState(): Promise<PublishState>
  /** Ends the export in hand; the repository is then as it was. Nothing happens when none is. */
  cancelExport(): Promise<void>
  /** Pushes now what is committed, bringing in first what others published. Answers when that has ended. */
  pushNow(): Promise<PublishState>
  /** What both sides changed in the same lines, while `push` is `conflict`. */
  pushConflicts(): Promise<PushConflict[]>
  /** Merges with these contents and pushes. */
  resolveConflicts(files: readonly ResolvedFile[]): Promise<PublishState>
  /** Remembers who commits, for this repository only. */
  setIdentity(name: string, email: string): Promise<void>
}

const request = record<ExportRequest>({
  posts: list(repoPath),
  along: optional(list(repoPath)) as (value: unknown) => string[],
  repo: optional(text) as (value: unknown) => string,
  message: optional(text) as (value: unknown) => string,
  commit: optional(boolean) as (value: unknown) => boolean,
  push: optional(boolean) as (value: unknown) => boolean,
})

const resolvedFile = record<ResolvedFile>({ path: repoPath, text })

export const exportMethods: MethodTable<ExportApi> = {
  planExport: ([value]) => [request(value)],
  applyExport: ([planId]) => [identifier(planId)],
  undoExport: ([undoId]) => [identifier(undoId)],
  plannedTexts: ([planId, path]) => [identifier(planId), repoPath(path)],
  plannedSite: ([planId, path]) => [identifier(planId), repoPath(path)],
  publishState: () => [],
  cancelExport: () => [],
  pushNow: () => [],
  pushConflicts: () => [],
  resolveConflicts: ([files]) => [list(resolvedFile)(files)],
  setIdentity: ([name, email]) => [text(name), text(email)],
}
