import { type EditResult, type Span, mapOffset } from '../../text/index.ts'
import { selectedLines } from './lines.ts'

/**
 * Makes the selected lines headings of a level, or plain text with level 0. The level a line has already is taken
 * away, so that the same key puts a heading on and off.
 */
export function setHeading(source: string, selection: Span, level: number): EditResult {
  const edits = selectedLines(source, selection).flatMap(line => {
    const marks = /^#{1,6}[ \t]*(?=\S|$)/.exec(line.text)?.[0] ?? ''
    const has = marks.trim().length
    if (line.text.trim() === '' && level === 0) return []
    const insert = level === 0 || has === level ? '' : `${'#'.repeat(level)} `
    return marks === insert ? [] : [{ from: line.from, to: line.from + marks.length, insert }]
  })
  return {
    edits,
    selection: { from: mapOffset(selection.from, edits), to: mapOffset(selection.to, edits) },
  }
}
