import type { Span, TextEdit } from '../text/index.ts'

export type Severity = 'error' | 'warning' | 'info'

/** Something in a post its author would want to know of. */
export interface PostProblem {
  readonly code: string
  readonly severity: Severity
  readonly message: string
  /** From 1, like the column. */
  readonly line: number
  readonly column: number
  readonly span: Span
  readonly fix?: ProblemFix
}

/** What one click would change; never done unasked. */
export interface ProblemFix {
  readonly title: string
  readonly edits: readonly TextEdit[]
}

/** A problem as a rule finds it; its place is told by the span alone. */
export type FoundProblem = Omit<PostProblem, 'line' | 'column'>

/** What a rule may ask besides the text. */
export interface ProblemContext {
  /** The day in the file's name, ISO. */
  readonly postDate: string | undefined
}

/** One kind of problem, one file under problems/. */
export type ProblemRule = (source: string, context: ProblemContext) => FoundProblem[]
