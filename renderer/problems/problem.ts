import type { ProblemFix, Severity } from '../../core/post/index.ts'
import type { Span } from '../../core/text/index.ts'

/** Something about a line of the open post, from whoever noticed it. */
export interface ShownProblem {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  /** From 1. */
  readonly line: number
  /** Where exactly, in the text that was checked. */
  readonly span?: Span
  /** Its edits are of the text that was checked. */
  readonly fix?: ProblemFix
}
