import type { BlockParser, BlockRule } from '../block-parser.ts'
import { countSpaces, isBlank, lineEnd, splitLines } from '../characters.ts'
import { type Alignment, type Element, createElement, createRawText, setOptions } from '../element.ts'
import { type SourceText, SourceTextBuilder } from '../source-text.ts'
import { type RowPart, parseCodeAndHtml, parseCodespans } from '../span/table-cells.ts'
import { beforeBlockBoundary } from './lazy-end.ts'

/**
 * Tables — kramdown syntax, “Tables”.
 *
 *     | head | head |
 *     |------|:----:|     separates head and body, or bodies; colons align
 *     | cell | cell |
 *     |======|======|     what follows is the foot
 *     | foot | foot |
 *
 * Every line needs a pipe that no backslash stands before and that is in no code; the table needs a block boundary
 * on both sides.
 */
export const table: BlockRule = {
  name: 'table',
  first: undefined,
  start: / {0,3}(?=[^ \t\r\n\f\v])/y,
  parse(cx) {
    const pipe = cx.search.indexOf('|', cx.pos)
    if (pipe < 0 || pipe >= lineEnd(cx.text, cx.pos) || !cx.afterBlockBoundary || !cx.at(tableLine))
      return false
    const from = cx.pos
    const rows = new TableRows(hasLeadingPipe(cx.text, from))
    readLines(cx, rows)
    const isTable = beforeBlockBoundary(cx) && everyLineHasPipe(cx, from, cx.pos - 1)
    const sections = isTable ? rows.finish() : []
    if (!sections.some(section => section.type === 'tbody')) {
      if (isTable) cx.warn('table.without-body', from, cx.pos)
      cx.pos = from
      cx.ial = undefined // kramdown loses an attribute list before what turns out to be no table
      return false
    }
    const element = cx.append(cx.block('table', from, cx.pos))
    element.children = sections
    evenOut(cx, element, rows.columns, rows.alignment)
    return true
  },
}

const tableLine = / {0,3}(?=[^ \t\r\n\f\v])(?:\||[^\n]*?[^\\\n]\|)[^\n]*?\n/y
const pipeLine = /(?:\||[^\n]*?[^\\\n]\|)[^\n]*?\n/y

function hasLeadingPipe(text: string, from: number): boolean {
  return text[from + countSpaces(text, from)] === '|'
}

/** The rows read so far, and the sections they form. */
class TableRows {
  readonly leadingPipe: boolean
  alignment: Alignment[] = []
  columns = 0
  hasFooter = false
  rows: Element[] = []
  private readonly sections: Element[] = []

  constructor(leadingPipe: boolean) {
    this.leadingPipe = leadingPipe
  }

  add(row: Element): void {
    this.columns = Math.max(this.columns, row.children.length)
    this.rows.push(row)
  }

  /** A line of dashes: ends the head if it is the first one after rows, else a body. */
  separate(line: string): void {
    if (this.rows.length === 0) return
    if (this.alignment.length === 0 && !this.hasFooter) {
      this.close('thead')
      this.alignment = alignments(line)
    } else if (!this.hasFooter) this.close('tbody')
  }

  startFooter(): void {
    if (this.rows.length > 0) this.close('tbody')
    this.hasFooter = true
  }

  finish(): Element[] {
    if (this.rows.length > 0) this.close(this.hasFooter ? 'tfoot' : 'tbody')
    return this.sections
  }

  private close(type: 'thead' | 'tbody' | 'tfoot'): void {
    const first = this.rows[0]!.span
    const last = this.rows[this.rows.length - 1]!.span
    const section = createElement(type, { from: first.from, to: last.to })
    section.children = this.rows
    this.rows = []
    this.sections.push(section)
  }
}

function readLines(cx: BlockParser, rows: TableRows): void {
  const { text } = cx
  const separator = isSeparator(text, cx.pos, lineEnd(text, cx.pos), '-')
  if (separator) cx.pos = lineEnd(text, cx.pos)
  while (!cx.atEnd && cx.at(pipeLine)) {
    const from = cx.pos
    const end = lineEnd(text, from)
    if (isSeparator(text, from, end, '-')) rows.separate(text.slice(from, end))
    else if (isSeparator(text, from, end, '=')) rows.startFooter()
    else rows.add(parseRow(cx.source, from, withoutBlanks(text, from, end - 1), rows.leadingPipe))
    cx.pos = end
  }
}

function withoutBlanks(text: string, from: number, to: number): number {
  let end = to
  while (end > from && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--
  return end
}

/** A line of nothing but `+`, `|`, `:`, blanks and the mark, with at least one mark. */
function isSeparator(text: string, from: number, end: number, mark: '-' | '='): boolean {
  let found = false
  for (let at = from; at < end - 1; at++) {
    const character = text[at]!
    if (character === mark) found = true
    else if (!'+|: \t'.includes(character)) return false
  }
  return found && text[end - 1] === '\n'
}

function alignments(line: string): Alignment[] {
  return Array.from(line.matchAll(/[ \t]?(:?)-+(:?)[ \t]?/g), ([, left, right]) => {
    if (left && right) return 'center'
    if (left) return 'left'
    return right ? 'right' : 'default'
  })
}

function parseRow(source: SourceText, from: number, to: number, leadingPipe: boolean): Element {
  const cells = splitCells(source.slice(from, to))
  if (leadingPipe && cells[0] && isBlank(cells[0].text)) cells.shift()
  const last = cells[cells.length - 1]
  if (last && isBlank(last.text)) cells.pop()
  const row = createElement('tr', source.span(from, to))
  row.children = cells.map(parseCell)
  return row
}

function parseCell(source: SourceText): Element {
  let from = 0
  let to = source.text.length
  while (from < to && isBlank(source.text[from]!)) from++
  while (to > from && isBlank(source.text[to - 1]!)) to--
  const td = createElement('td', source.span(from, to))
  if (to > from) td.children.push(createRawText(source.slice(from, to)))
  return td
}

/** Splits a row at its pipes; those in code spans, in `<code>` and behind a backslash are text. */
function splitCells(row: SourceText): SourceText[] {
  return hidesPipes.test(row.text) ? splitWithCode(row) : splitAtPipes(row)
}

/** What code spans, `<code>` and escapes begin with. */
const hidesPipes = /[`<\\]/

function splitAtPipes(row: SourceText): SourceText[] {
  const cells: SourceText[] = []
  if (row.text === '') return cells
  let from = 0
  for (let pipe = row.text.indexOf('|'); pipe >= 0; pipe = row.text.indexOf('|', from)) {
    cells.push(row.slice(from, pipe))
    from = pipe + 1
  }
  cells.push(row.slice(from, row.text.length))
  return cells
}

function splitWithCode(row: SourceText): SourceText[] {
  const cells: SourceTextBuilder[] = []
  const current = (): SourceTextBuilder => {
    if (cells.length === 0) cells.push(new SourceTextBuilder())
    return cells[cells.length - 1]!
  }
  let at = 0
  for (const match of row.text.matchAll(/<code[^\n]*?>[^\n]*?<\/code>/g)) {
    splitPlain(row.slice(at, match.index), cells, current)
    at = match.index + match[0].length
    current().add(row, match.index, at)
  }
  splitPlain(row.slice(at, row.text.length), cells, current)
  return cells.map(cell => cell.build())
}

function splitPlain(text: SourceText, cells: SourceTextBuilder[], current: () => SourceTextBuilder): void {
  if (text.text === '') return
  for (const part of parseCodespans(text)) {
    if (part.code !== undefined) addCode(current(), part.code, part, text)
    else {
      let from = part.from
      for (
        let pipe = text.text.indexOf('|', from);
        pipe >= 0 && pipe < part.to;
        pipe = text.text.indexOf('|', pipe + 1)
      ) {
        current().add(text, from, text.text[pipe - 1] === '\\' && pipe > part.from ? pipe - 1 : pipe)
        if (text.text[pipe - 1] === '\\' && pipe > part.from) from = pipe
        else {
          cells.push(new SourceTextBuilder())
          from = pipe + 1
        }
      }
      current().add(text, from, part.to)
    }
  }
}

/** Writes a code span back with marks long enough for what is in it: most of the time as it was. */
function addCode(cell: SourceTextBuilder, code: string, part: RowPart, text: SourceText): void {
  const runs = code.match(/`+/g) ?? []
  const marks = '`'.repeat(Math.max(0, ...runs.map(run => run.length)) + 1)
  const blank = marks.length > 1 ? ' ' : ''
  if (text.text.slice(part.from, part.to) === marks + blank + code + blank + marks) {
    cell.add(text, part.from, part.to)
    return
  }
  const start = text.text.indexOf(code, part.from)
  cell.insert(marks + blank, text.originOf(part.from))
  cell.add(text, start, start + code.length)
  cell.insert(blank + marks, text.originOf(part.to - 1))
}

/**
 * Whether each line has a pipe outside code (parser/kramdown/table.rb). Code and HTML are looked at for the whole
 * table at once, so a code span may take in the end of a line and its pipe with it.
 */
function everyLineHasPipe(cx: BlockParser, from: number, to: number): boolean {
  let pipeOnLine = false
  for (const { value, isCode } of parseCodeAndHtml(cx.source.slice(from, to), cx.state)) {
    const lines = splitLines(value)
    if (isCode) {
      if (lines.length > 2 || (lines.length === 2 && !pipeOnLine)) break
      if (lines.length === 2) pipeOnLine = false
    } else {
      if (lines.length > 1 && !pipeOnLine && !hasPipe(lines[0]!)) break
      if (lines.length > 1) pipeOnLine = false
      pipeOnLine ||= lines.length > 0 && hasPipe(lines[lines.length - 1]!)
    }
  }
  return pipeOnLine
}

function hasPipe(line: string): boolean {
  return /^(?:\||[^\n]*?[^\\\n]\|)/.test(line)
}

/** A table is filled up to this many cells; a single long row would else multiply all the others. */
const MAX_CELLS = 200_000

/** Gives all rows the same number of cells, and the alignments too. */
function evenOut(cx: BlockParser, table: Element, columns: number, alignment: readonly Alignment[]): void {
  const rows = table.children.flatMap(section => section.children)
  setOptions(table, {
    alignment: Array.from({ length: columns }, (_, index) => alignment[index] ?? 'default'),
  })
  if (rows.length * columns > MAX_CELLS && rows.some(row => row.children.length < columns)) {
    cx.state.warn('table.too-large', table.span)
    return
  }
  for (const row of rows) {
    const { to } = row.span
    while (row.children.length < columns) row.children.push(createElement('td', { from: to, to }))
  }
}
