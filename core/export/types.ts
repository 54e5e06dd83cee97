/** One change an export makes. Paths are relative to the repository, with `/`. */
export interface ExportOperation {
  readonly type: 'write' | 'move' | 'delete'
  readonly path: string
  /** Where a moved file lies now. */
  readonly from?: string
  /** Unified diff; empty for binary files. */
  readonly diff: string
}

/** What the preflight has to say. Errors stop an export until the writer overrules or fixes them. */
export interface ExportFinding {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  readonly path?: string
  readonly line?: number
  /** What one click would change, where one click can. */
  readonly fix?: { readonly id: string; readonly title: string }
}

/** Everything an export would do, before it does anything. */
export interface ExportPlan {
  readonly repo: string
  readonly branch: string | null
  readonly operations: readonly ExportOperation[]
  readonly commit: { readonly message: string; readonly paths: readonly string[] } | null
  /** The public address of each exported post, in the order asked. */
  readonly urls: readonly string[]
  readonly findings: readonly ExportFinding[]
}

/** What an export did. */
export interface ExportReceipt extends ExportPlan {
  readonly done: boolean
  readonly commit_id: string | null
  readonly pushed: boolean | 'queued'
  readonly undo_id: string | null
}
