import type { TextEdit } from '../../text/index.ts'
import type { Definition } from './link-model.ts'

/**
 * The edits that take definitions out with their lines. Where nothing is left between two blank lines, or between
 * one and the end, one of them goes too.
 */
export function removeDefinitions(source: string, definitions: readonly Definition[]): TextEdit[] {
  return joined(source, definitions).map(({ from, to }) => {
    const before = /(?:^|\n)[ \t]*(\r?\n)$/.exec(source.slice(0, from))
    const after = /^[ \t]*(?:\r?\n|$)/.exec(source.slice(to))
    const blankBefore = before && after ? before[1]!.length : 0
    return { from: from - blankBefore, to, insert: '' }
  })
}

/** Whole lines, those that follow each other as one stretch. */
function joined(source: string, definitions: readonly Definition[]): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = []
  for (const { span } of definitions.toSorted((a, b) => a.span.from - b.span.from)) {
    const lineStart = source.lastIndexOf('\n', span.from - 1) + 1
    const ownLine = /^ {0,3}$/.test(source.slice(lineStart, span.from))
    const from = ownLine ? lineStart : span.from
    const newline = ownLine ? (/^[ \t]*\r?\n/.exec(source.slice(span.to))?.[0].length ?? 0) : 0
    const to = span.to + newline
    const last = stretches.at(-1)
    if (last && last.to === from) last.to = to
    else stretches.push({ from, to })
  }
  return stretches
}
