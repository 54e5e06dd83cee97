import type { TextEdit } from '../text/index.ts'

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
  readonly fix?: FindingFix
  /** Other ways out. */
  readonly otherFixes?: readonly FindingFix[]
}

/** One way to put a finding right. */
export interface FindingFix {
  readonly id: string
  readonly title: string
  /** The post to change, as it was named in the request. */
  readonly post: string
  /** In offsets of that post's text; empty for `keep-local`, which leaves the post out of this export. */
  readonly edits: readonly TextEdit[]
  /** When a build would show the post that is kept until then. ISO 8601. */
  readonly until?: string
}

/** Everything an export would do, before it does anything. */
export interface ExportPlan {
  readonly repo: string
  readonly branch: string | null
  readonly operations: readonly ExportOperation[]
  readonly commit: { readonly message: string; readonly paths: readonly string[] } | null
  /** The address of each exported post on its site, without baseurl, in the order asked. */
  readonly urls: readonly string[]
  /** What each of them will be on the site, in the same order; absent where there is no site to ask. */
  readonly pages?: readonly PlannedPage[]
  readonly findings: readonly ExportFinding[]
  /**
   * Files that were committed together with these posts last time and have changes now, such as the page that lists
   * the talks. They travel along when the writer asks for them too. Relative to the repository.
   */
  readonly companions?: readonly string[]
}

/** A post as the site will show it. */
export interface PlannedPage {
  /** Relative to the repository. */
  readonly path: string
  /** With the site's host and baseurl where the configuration names them. */
  readonly address: string
  /** ISO 8601 with offset. */
  readonly date?: string
  /** Whether the next build, started now, shows it. */
  readonly visible: boolean
}

/** What an export did. */
export interface ExportReceipt extends ExportPlan {
  readonly done: boolean
  readonly commit_id: string | null
  readonly pushed: boolean | 'queued'
  readonly undo_id: string | null
}

/** What a file holds. Two contents with one `id` are the same to git, whatever line endings a filter changed. */
export interface FileContent {
  readonly id: string
  /** Undefined for what is not text. */
  readonly text?: string
}

/** A file an export is about. `null` stands for no file. */
export interface ExportFile {
  /** Relative to the repository, with `/`. */
  readonly path: string
  /** What shall be there afterwards. */
  readonly wanted: FileContent | null
  /** What the site is built from now: the last commit, or the folder itself where nothing is committed. */
  readonly published: FileContent | null
  /** The file there is a post asked for, not something it uses. */
  readonly post?: boolean
  /** The file it replaces, which goes. */
  readonly movedFrom?: { readonly path: string; readonly published: FileContent }
}

/** A commit of the past, as far as commit messages are learned from it. */
export interface PastCommit {
  readonly subject: string
  readonly body: string
  /** By the writer who commits now. */
  readonly own: boolean
  readonly added: readonly string[]
  readonly modified: readonly string[]
}
