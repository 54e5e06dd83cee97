import { type EditResult, type Span, type TextEdit, mapOffset } from '../../text/index.ts'
import { type Line, selectedLines } from './lines.ts'

export type LineMarker = 'bullet' | 'number' | 'quote'

const patterns: Readonly<Record<LineMarker, RegExp>> = {
  bullet: /^(\s*)[-*+][ \t]+/,
  number: /^(\s*)\d+\.[ \t]+/,
  quote: /^(\s*)>[ \t]?/,
}

/**
 * Makes list items or a quote of the selected lines, or plain lines where all of them are that already. One kind of
 * list replaces the other; blank lines get no marker unless they are all there is.
 */
export function toggleLineMarker(source: string, selection: Span, marker: LineMarker): EditResult {
  const lines = selectedLines(source, selection)
  const written = lines.filter(line => line.text.trim() !== '' || lines.length === 1)
  const all = written.every(line => patterns[marker].test(line.text))
  const edits = written.flatMap((line, index) =>
    all ? without(line, marker) : withMarker(line, marker, index),
  )
  return {
    edits,
    selection: { from: mapOffset(selection.from, edits), to: mapOffset(selection.to, edits) },
  }
}

function without(line: Line, marker: LineMarker): TextEdit[] {
  const [all, indent] = patterns[marker].exec(line.text)!
  return [{ from: line.from + indent!.length, to: line.from + all.length, insert: '' }]
}

function withMarker(line: Line, marker: LineMarker, index: number): TextEdit[] {
  const other =
    marker === 'quote' ? undefined : (patterns.bullet.exec(line.text) ?? patterns.number.exec(line.text))
  const indent = /^\s*/.exec(line.text)![0].length
  const from = line.from + indent
  const to = other ? line.from + other[0].length : from
  const insert = { bullet: '- ', number: `${index + 1}. `, quote: '> ' }[marker]
  return [{ from, to, insert }]
}
