import type { Text } from '@codemirror/state'
import type { RenderProblem } from '../state/rendered-page.ts'

/** Where a line begins; a line that is no longer there is the last one. */
export function offsetOfLine(doc: Text, line = 1): number {
  return doc.line(Math.min(Math.max(line, 1), doc.lines)).from
}

/** The problem after (or before) a line, going round at the end. */
export function nextProblem(
  problems: readonly RenderProblem[],
  line: number,
  step: 1 | -1,
): RenderProblem | undefined {
  const inOrder = problems.toSorted((a, b) => step * ((a.line ?? 1) - (b.line ?? 1)))
  return inOrder.find(problem => step * ((problem.line ?? 1) - line) > 0) ?? inOrder[0]
}
