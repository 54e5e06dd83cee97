import type { Reader } from './reader.ts'

/** Up to the line break or the end. */
export const restOfLine = /[^\n\r\u0085\u2028\u2029]*/y
/** Characters that are part of a plain scalar wherever they stand in it, and of a quoted one. */
const plainCharacters = /[^\s\u0085:#,?[\]{}]+/y
const quotedCharacters = /[^\s\u0085'"\\]+/y

/** Scalars as libyaml scans them (src/scanner.c, yaml_parser_scan_plain_scalar and its neighbours). */
export interface PlainScalar {
  readonly text: string
  /** Whether it ended on a later line than it began, after which a key may start. */
  readonly endsLine: boolean
}

/**
 * A scalar without quotes.
 *
 * @param indent the indentation of the block around it
 * @throws YamlError
 */
export function scanPlain(reader: Reader, indent: number, inFlow: boolean): PlainScalar {
  let text = ''
  let space = new Space()
  while (!reader.isDocumentMarker && reader.at() !== '#') {
    const start = reader.offset
    reader.skipOver(plainCharacters)
    while (!reader.isSpaceOrEnd() && !endsPlain(reader, inFlow)) {
      reader.skip()
      reader.skipOver(plainCharacters)
    }
    if (reader.offset > start) {
      text += space.folded + reader.text.slice(start, reader.offset)
      space = new Space()
    }
    if (reader.isEnd || !(reader.isBlank() || reader.isBreak())) break
    takeSpace(reader, space, indent + 1)
    if (!inFlow && reader.column < indent + 1) break
  }
  return { text, endsLine: space.hasBreak }
}

function endsPlain(reader: Reader, inFlow: boolean): boolean {
  const character = reader.at()
  if (character === ':') {
    if (inFlow && ',?[]{}'.includes(reader.at(1)) && reader.at(1) !== '')
      throw reader.error("found unexpected ':'")
    return reader.isSpaceOrEnd(1)
  }
  return inFlow && (character === ',' || '[]{}'.includes(character))
}

/** White space inside a scalar, and what folding makes of it. */
class Space {
  blanks = ''
  firstBreak = ''
  laterBreaks = ''

  get hasBreak(): boolean {
    return this.firstBreak !== ''
  }

  get folded(): string {
    if (!this.hasBreak) return this.blanks
    if (this.firstBreak !== '\n') return this.firstBreak + this.laterBreaks
    return this.laterBreaks === '' ? ' ' : this.laterBreaks
  }
}

function takeSpace(reader: Reader, space: Space, indent?: number): void {
  while (reader.isBlank() || reader.isBreak()) {
    if (reader.isBreak()) {
      if (space.hasBreak) space.laterBreaks += reader.takeBreak()
      else space.firstBreak = reader.takeBreak()
      space.blanks = ''
      continue
    }
    if (indent !== undefined && space.hasBreak && reader.column < indent && reader.at() === '\t')
      throw reader.error('found a tab character that violates indentation')
    const blank = reader.take()
    if (!space.hasBreak) space.blanks += blank
  }
}

/** A scalar in single quotes. @throws YamlError */
export function scanSingleQuoted(reader: Reader): string {
  return scanQuoted(reader, "'")
}

/** A scalar in double quotes, escapes resolved. @throws YamlError */
export function scanDoubleQuoted(reader: Reader): string {
  return scanQuoted(reader, '"')
}

function scanQuoted(reader: Reader, quote: '"' | "'"): string {
  reader.skip()
  let text = ''
  for (;;) {
    if (reader.isDocumentMarker) throw reader.error('found unexpected document indicator')
    if (reader.isEnd) throw reader.error('found unexpected end of stream')
    const space = new Space()
    let joined = false
    while (!reader.isSpaceOrEnd()) {
      if (quote === "'" && reader.at() === "'" && reader.at(1) === "'") {
        text += "'"
        reader.skip(2)
      } else if (reader.at() === quote) {
        break
      } else if (quote === '"' && reader.at() === '\\' && reader.isBreak(1)) {
        reader.skip()
        reader.takeBreak()
        joined = true
        break
      } else if (quote === '"' && reader.at() === '\\') {
        text += scanEscape(reader)
      } else {
        const start = reader.offset
        reader.skip()
        reader.skipOver(quotedCharacters)
        text += reader.text.slice(start, reader.offset)
      }
    }
    if (reader.at() === quote && !joined) break
    takeSpace(reader, space)
    // After an escaped line break, blanks at the start of the next line are dropped, further breaks are kept.
    text += joined ? space.firstBreak + space.laterBreaks : space.folded
  }
  reader.skip()
  return text
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\u001B',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00A0',
  L: '\u2028',
  P: '\u2029',
}
const hexLengths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

function scanEscape(reader: Reader): string {
  const letter = reader.at(1)
  const length = hexLengths[letter]
  if (length === undefined) {
    const known = escapes[letter]
    if (known === undefined) throw reader.error('found unknown escape character')
    reader.skip(2)
    return known
  }
  const digits = reader.text.slice(reader.offset + 2, reader.offset + 2 + length)
  if (!new RegExp(`^[0-9a-fA-F]{${length}}$`).test(digits))
    throw reader.error('did not find expected hexdecimal number')
  const code = Number.parseInt(digits, 16)
  if (code > 0x10_ff_ff || (code >= 0xd8_00 && code <= 0xdf_ff))
    throw reader.error('found invalid Unicode character escape code')
  reader.skip(2 + length)
  return String.fromCodePoint(code)
}

/**
 * A `|` or `>` scalar.
 *
 * @param indent the indentation of the block around it, -1 at the top
 * @throws YamlError
 */
export function scanBlockScalar(reader: Reader, indent: number): string {
  const isLiteral = reader.take() === '|'
  const header = scanBlockHeader(reader)
  const state = { indent: header.increment === 0 ? 0 : Math.max(indent, 0) + header.increment, breaks: '' }
  scanBlockBreaks(reader, state, indent)
  let text = ''
  let leadingBreak = ''
  let wasIndented = false
  while (reader.column === state.indent && !reader.isEnd) {
    const isIndented = reader.isBlank()
    if (!isLiteral && leadingBreak === '\n' && !wasIndented && !isIndented)
      text += state.breaks === '' ? ' ' : ''
    else text += leadingBreak
    text += state.breaks
    wasIndented = isIndented
    const start = reader.offset
    reader.skipOver(restOfLine)
    text += reader.text.slice(start, reader.offset)
    leadingBreak = reader.isEnd ? '' : reader.takeBreak()
    scanBlockBreaks(reader, state, indent)
  }
  if (header.chomping !== '-') text += leadingBreak
  return header.chomping === '+' ? text + state.breaks : text
}

interface BlockHeader {
  readonly chomping: '+' | '-' | ''
  /** 0 where the first line decides. */
  readonly increment: number
}

function scanBlockHeader(reader: Reader): BlockHeader {
  const match = /([+-]?)([0-9]?)([+-]?)/y
  match.lastIndex = reader.offset
  const [all = '', before = '', digit = '', after = ''] = match.exec(reader.text) ?? []
  const second = before === '' ? after : ''
  reader.skip(all.length - (before !== '' ? after.length : 0))
  if (digit === '0') throw reader.error('found an indentation indicator equal to 0')
  while (reader.isBlank()) reader.skip()
  if (reader.at() === '#') reader.skipOver(restOfLine)
  if (!reader.isBreak() && !reader.isEnd) throw reader.error('did not find expected comment or line break')
  if (reader.isBreak()) reader.takeBreak()
  return { chomping: (before || second) as BlockHeader['chomping'], increment: Number(digit) }
}

/** Blank lines, and the indentation where the first line decides it. */
function scanBlockBreaks(
  reader: Reader,
  state: { indent: number; breaks: string },
  parentIndent: number,
): void {
  state.breaks = ''
  let deepest = 0
  for (;;) {
    while ((state.indent === 0 || reader.column < state.indent) && reader.at() === ' ') reader.skip()
    deepest = Math.max(deepest, reader.column)
    if ((state.indent === 0 || reader.column < state.indent) && reader.at() === '\t')
      throw reader.error('found a tab character where an indentation space is expected')
    if (!reader.isBreak()) break
    state.breaks += reader.takeBreak()
  }
  if (state.indent === 0) state.indent = Math.max(deepest, parentIndent + 1, 1)
}
