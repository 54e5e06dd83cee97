/** A YAML text that cannot be read, in libyaml's words. */
export class YamlError extends Error {
  /** From 1. */
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

/** A place in the text: offset and column in UTF-16 units from 0, line from 0. */
export interface Mark {
  readonly offset: number
  readonly line: number
  readonly column: number
}

const forbidden = /[^\t\n\r\x20-\x7E\x85\xA0-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/u

/** Walks over a text, counting lines as YAML 1.1 does: CR LF, LF, CR, NEL, LS and PS end one. */
export class Reader {
  readonly text: string
  offset: number
  line = 0
  column = 0

  /** @throws YamlError at a control character */
  constructor(text: string) {
    this.offset = text.startsWith('\uFEFF') ? 1 : 0
    const bad = forbidden.exec(this.offset === 0 ? text : text.slice(1))
    if (bad)
      throw new YamlError('control characters are not allowed', text.slice(0, bad.index).split('\n').length)
    this.text = text
  }

  /** The character some units ahead; empty at the end. */
  at(ahead = 0): string {
    return this.text[this.offset + ahead] ?? ''
  }

  get isEnd(): boolean {
    return this.offset >= this.text.length
  }

  isBlank(ahead = 0): boolean {
    const character = this.at(ahead)
    return character === ' ' || character === '\t'
  }

  isBreak(ahead = 0): boolean {
    return isBreak(this.at(ahead))
  }

  /** A blank, a line break or the end. */
  isSpaceOrEnd(ahead = 0): boolean {
    return this.isBlank(ahead) || this.isBreak(ahead) || this.at(ahead) === ''
  }

  skip(count = 1): void {
    this.offset += count
    this.column += count
  }

  /** Skips what a sticky pattern matches here; it matches no line break. */
  skipOver(pattern: RegExp): void {
    pattern.lastIndex = this.offset
    if (pattern.test(this.text)) this.skip(pattern.lastIndex - this.offset)
  }

  take(): string {
    const character = this.at()
    this.skip()
    return character
  }

  /** Takes a line break; `\r\n` and `\r` become `\n`. */
  takeBreak(): string {
    const character = this.at()
    this.offset += character === '\r' && this.at(1) === '\n' ? 2 : 1
    this.line++
    this.column = 0
    return character === '\u2028' || character === '\u2029' ? character : '\n'
  }

  /** `---` or `...` at the start of a line. */
  get isDocumentMarker(): boolean {
    if (this.column !== 0) return false
    const marker = this.text.slice(this.offset, this.offset + 3)
    return (marker === '---' || marker === '...') && this.isSpaceOrEnd(3)
  }

  get mark(): Mark {
    return { offset: this.offset, line: this.line, column: this.column }
  }

  error(problem: string): YamlError {
    return new YamlError(problem, this.line + 1)
  }
}

function isBreak(character: string): boolean {
  return (
    character === '\n' ||
    character === '\r' ||
    character === '\u0085' ||
    character === '\u2028' ||
    character === '\u2029'
  )
}
