import type { Text } from '@codemirror/state'

/** Where a line begins; a line that is no longer there is the last one. */
export function offsetOfLine(doc: Text, line = 1): number {
  return doc.line(Math.min(Math.max(line, 1), doc.lines)).from
}

/** The problem after (or before) a line, going round at the end. */
export function nextProblem<T extends { readonly line: number }>(
  problems: readonly T[],
  line: number,
  step: 1 | -1,
): T | undefined {
  const inOrder = problems.toSorted((a, b) => step * (a.line - b.line))
  return inOrder.find(problem => step * (problem.line - line) > 0) ?? inOrder[0]
}
