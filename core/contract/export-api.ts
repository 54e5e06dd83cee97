import type { ExportPlan, ExportReceipt } from '../export/index.ts'
import { boolean, list, optional, record, repoPath, text } from './arguments.ts'
import type { RepoPath } from './posts-api.ts'
import type { MethodTable } from './wire.ts'

export interface ExportRequest {
  readonly posts: readonly RepoPath[]
  /** Absolute path of the target repository; left out when the open folder lies in one. */
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

/** What the status bar says of publishing. */
export interface PublishState {
  /** Commits not on the remote yet; undefined without a remote. */
  readonly ahead?: number
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
  publishState(): Promise<PublishState>
  /** Remembers who commits, for this repository only. */
  setIdentity(name: string, email: string): Promise<void>
}

const request = record<ExportRequest>({
  posts: list(repoPath),
  repo: optional(text) as (value: unknown) => string,
  message: optional(text) as (value: unknown) => string,
  commit: optional(boolean) as (value: unknown) => boolean,
  push: optional(boolean) as (value: unknown) => boolean,
})

export const exportMethods: MethodTable<ExportApi> = {
  planExport: ([value]) => [request(value)],
  applyExport: ([planId]) => [text(planId)],
  undoExport: ([undoId]) => [text(undoId)],
  publishState: () => [],
  setIdentity: ([name, email]) => [text(name), text(email)],
}
