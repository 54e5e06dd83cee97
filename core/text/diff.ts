import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff'

/** Two texts with more changed lines than this are shown as removed and added whole. */
const mostChangedLines = 4_000

/**
 * How `before` becomes `after`, as a unified diff with three lines of context; empty when they are equal.
 *
 * `null` stands for a file that is not there, shown as `/dev/null`.
 */
export function unifiedDiff(path: string, before: string | null, after: string | null): string {
  if (before === after) return ''
  const from = before === null ? '/dev/null' : `a/${path}`
  const to = after === null ? '/dev/null' : `b/${path}`
  const patch = structuredPatch(from, to, before ?? '', after ?? '', undefined, undefined, {
    context: 3,
    maxEditLength: mostChangedLines,
  })
  return formatPatch(patch ?? wholly(from, to, before ?? '', after ?? ''), FILE_HEADERS_ONLY)
}

function wholly(from: string, to: string, before: string, after: string): ReturnType<typeof structuredPatch> {
  const removed = linesOf(before)
  const added = linesOf(after)
  const lines = [...marked('-', removed, before), ...marked('+', added, after)]
  return {
    oldFileName: from,
    newFileName: to,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [
      {
        oldStart: removed.length === 0 ? 0 : 1,
        oldLines: removed.length,
        newStart: added.length === 0 ? 0 : 1,
        newLines: added.length,
        lines,
      },
    ],
  } as ReturnType<typeof structuredPatch>
}

function linesOf(text: string): string[] {
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines
}

function marked(sign: '-' | '+', lines: readonly string[], text: string): string[] {
  const unfinished = text !== '' && !text.endsWith('\n')
  return [...lines.map(line => sign + line), ...(unfinished ? ['\\ No newline at end of file'] : [])]
}
