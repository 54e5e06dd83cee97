import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import type { EditorState, TransactionSpec } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Span } from '../../core/text/index.ts'

/** A sentence about a line of the text. */
export interface LineProblem {
  readonly message: string
  /** From 1; undefined means the first. */
  readonly line?: number
  /** Where exactly, in the text as it is now. */
  readonly span?: Span
}

/** Underlines under lines with a problem, with the sentence on hovering; a mark stands in the margin. */
export const problemMarks = [
  lintGutter(),
  EditorView.theme({
    '.cm-gutters': { border: '0', background: 'none' },
    '.cm-gutter-lint': { width: '1rem' },
    '.cm-gutter-lint .cm-gutterElement': { padding: '0 0 0 0.25rem' },
    '.cm-lint-marker': { width: '0.6em', height: '0.6em', marginTop: '0.55em', borderRadius: '50%' },
    '.cm-lint-marker-warning': { content: 'none', background: 'var(--warning)' },
    '.cm-lintRange-warning': {
      backgroundImage: 'none',
      textDecoration: 'underline wavy var(--warning) 1px',
      textUnderlineOffset: '0.3em',
    },
    '.cm-diagnostic': { padding: 'var(--space-2) var(--space-3)', border: '0', maxWidth: '28rem' },
    '.cm-diagnostic-warning': { borderLeft: '3px solid var(--warning)' },
  }),
]

export function problemsTransaction(state: EditorState, problems: readonly LineProblem[]): TransactionSpec {
  return setDiagnostics(
    state,
    problems.map(problem => diagnostic(state, problem)),
  )
}

function diagnostic({ doc }: EditorState, { line = 1, message, span }: LineProblem): Diagnostic {
  if (span && span.from < span.to && span.to <= doc.length)
    return { from: span.from, to: span.to, message, severity: 'warning' }
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines))
  return { from, to, message, severity: 'warning' }
}
