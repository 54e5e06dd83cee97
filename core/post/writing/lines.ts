import type { Span } from '../../text/index.ts'

/** One line without its end. */
export interface Line extends Span {
  readonly text: string
}

/** The lines that a selection touches; one that ends at the very start of a line does not touch that line. */
export function selectedLines(source: string, selection: Span): Line[] {
  const lines: Line[] = []
  let from = source.lastIndexOf('\n', selection.from - 1) + 1
  const last =
    selection.to > selection.from && source[selection.to - 1] === '\n' ? selection.to - 1 : selection.to
  while (from <= last) {
    const end = source.indexOf('\n', from)
    const to = end < 0 ? source.length : end
    lines.push({ from, to, text: source.slice(from, to) })
    from = to + 1
  }
  return lines
}
