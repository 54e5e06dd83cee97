import { type Mark, Reader, YamlError } from './reader.ts'
import { restOfLine, scanBlockScalar, scanDoubleQuoted, scanPlain, scanSingleQuoted } from './scan-scalar.ts'

export type TokenType =
  | 'stream-end'
  | 'directive'
  | 'document-start'
  | 'document-end'
  | 'block-sequence-start'
  | 'block-mapping-start'
  | 'block-end'
  | 'flow-sequence-start'
  | 'flow-sequence-end'
  | 'flow-mapping-start'
  | 'flow-mapping-end'
  | 'block-entry'
  | 'flow-entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'plain'
  | 'quoted'

export interface Token {
  readonly type: TokenType
  /** Of scalars their text, of anchors, aliases and tags their name. */
  readonly text: string
  /** From 1. */
  readonly line: number
}

/** A place where a key may have begun; whether it was one is known when its `:` comes. */
interface PossibleKey {
  readonly mark: Mark
  readonly tokenNumber: number
  /** Nothing but a key can stand here. */
  readonly isRequired: boolean
}

const longestKey = 1024

/** Turns YAML into tokens as libyaml does (src/scanner.c). */
export class Scanner {
  readonly #reader: Reader
  readonly #queue: Token[] = []
  #taken = 0
  #isEnded = false
  #flowLevel = 0
  #indent = -1
  readonly #indents: number[] = []
  #keyAllowed = true
  /** By flow level. */
  readonly #keys = new Map<number, PossibleKey>()

  /** @throws YamlError at a control character */
  constructor(text: string) {
    this.#reader = new Reader(text)
  }

  /** @throws YamlError where there is no token */
  peek(): Token {
    while (this.#needsMore()) this.#fetch()
    return this.#queue[0]!
  }

  next(): Token {
    const token = this.peek()
    this.#queue.shift()
    this.#taken++
    return token
  }

  #needsMore(): boolean {
    if (this.#isEnded) return false
    if (this.#queue.length === 0) return true
    if (this.#keys.size === 0) return false
    this.#dropStaleKeys()
    for (const key of this.#keys.values()) if (key.tokenNumber === this.#taken) return true
    return false
  }

  #fetch(): void {
    const reader = this.#reader
    this.#skipToToken()
    this.#dropStaleKeys()
    this.#unrollIndent(reader.column)
    if (reader.isEnd) return this.#fetchStreamEnd()
    if (reader.column === 0 && reader.at() === '%') return this.#fetchDirective()
    if (reader.isDocumentMarker) return this.#fetchDocumentMarker()
    const character = reader.at()
    switch (character) {
      case '[':
        return this.#fetchFlowStart('flow-sequence-start')
      case '{':
        return this.#fetchFlowStart('flow-mapping-start')
      case ']':
        return this.#fetchFlowEnd('flow-sequence-end')
      case '}':
        return this.#fetchFlowEnd('flow-mapping-end')
      case ',':
        this.#removeKey()
        this.#keyAllowed = true
        return this.#add('flow-entry', 1)
      case '*':
        return this.#fetchName('alias')
      case '&':
        return this.#fetchName('anchor')
      case '!':
        return this.#fetchTag()
      case "'":
        return this.#fetchScalar('quoted', () => scanSingleQuoted(reader))
      case '"':
        return this.#fetchScalar('quoted', () => scanDoubleQuoted(reader))
      default:
    }
    const inFlow = this.#flowLevel > 0
    if (character === '-' && reader.isSpaceOrEnd(1)) return this.#fetchBlockEntry()
    if (character === '?' && (inFlow || reader.isSpaceOrEnd(1))) return this.#fetchKey()
    if (character === ':' && (inFlow || reader.isSpaceOrEnd(1))) return this.#fetchValue()
    if ((character === '|' || character === '>') && !inFlow) return this.#fetchBlockScalar()
    if (this.#startsPlain(character)) return this.#fetchPlain()
    throw reader.error('found character that cannot start any token')
  }

  #startsPlain(character: string): boolean {
    if (!'-?:,[]{}#&*!|>\'"%@`'.includes(character) && !this.#reader.isSpaceOrEnd()) return true
    if (character === '-') return !this.#reader.isBlank(1)
    return this.#flowLevel === 0 && (character === '?' || character === ':') && !this.#reader.isSpaceOrEnd(1)
  }

  #skipToToken(): void {
    const reader = this.#reader
    for (;;) {
      while (reader.at() === ' ' || ((this.#flowLevel > 0 || !this.#keyAllowed) && reader.at() === '\t'))
        reader.skip()
      if (reader.at() === '#') reader.skipOver(restOfLine)
      if (!reader.isBreak()) return
      reader.takeBreak()
      if (this.#flowLevel === 0) this.#keyAllowed = true
    }
  }

  /** A key must fit on one line. */
  #dropStaleKeys(): void {
    const { line, offset } = this.#reader
    for (const [level, key] of this.#keys) {
      if (key.mark.line >= line && key.mark.offset + longestKey >= offset) continue
      if (key.isRequired) throw new YamlError("could not find expected ':'", line + 1)
      this.#keys.delete(level)
    }
  }

  #saveKey(): void {
    if (!this.#keyAllowed) return
    this.#removeKey()
    this.#keys.set(this.#flowLevel, {
      mark: this.#reader.mark,
      tokenNumber: this.#taken + this.#queue.length,
      isRequired: this.#flowLevel === 0 && this.#indent === this.#reader.column,
    })
  }

  #removeKey(): void {
    const key = this.#keys.get(this.#flowLevel)
    if (key?.isRequired) throw this.#reader.error("could not find expected ':'")
    this.#keys.delete(this.#flowLevel)
  }

  #rollIndent(column: number, type: TokenType, at = this.#queue.length): void {
    if (this.#flowLevel > 0 || this.#indent >= column) return
    this.#indents.push(this.#indent)
    this.#indent = column
    this.#queue.splice(at, 0, this.#token(type))
  }

  #unrollIndent(column: number): void {
    if (this.#flowLevel > 0) return
    while (this.#indent > column) {
      this.#queue.push(this.#token('block-end'))
      this.#indent = this.#indents.pop()!
    }
  }

  #token(type: TokenType, text = ''): Token {
    return { type, text, line: this.#reader.line + 1 }
  }

  #add(type: TokenType, length: number): void {
    this.#queue.push(this.#token(type))
    this.#reader.skip(length)
  }

  #fetchStreamEnd(): void {
    this.#unrollIndent(-1)
    this.#removeKey()
    this.#keyAllowed = false
    this.#isEnded = true
    this.#queue.push(this.#token('stream-end'))
  }

  #fetchDirective(): void {
    this.#unrollIndent(-1)
    this.#removeKey()
    this.#keyAllowed = false
    this.#queue.push(this.#token('directive'))
    const known = /%(?:YAML[ \t]+\d+\.\d+|TAG[ \t]+!\S*[ \t]+\S+)[ \t]*(?:#.*)?$/my
    known.lastIndex = this.#reader.offset
    if (!known.test(this.#reader.text)) throw this.#reader.error('found unknown directive name')
    this.#reader.skipOver(restOfLine)
  }

  #fetchDocumentMarker(): void {
    this.#unrollIndent(-1)
    this.#removeKey()
    this.#keyAllowed = false
    this.#add(this.#reader.at() === '-' ? 'document-start' : 'document-end', 3)
  }

  #fetchFlowStart(type: TokenType): void {
    this.#saveKey()
    this.#flowLevel++
    this.#keyAllowed = true
    this.#add(type, 1)
  }

  #fetchFlowEnd(type: TokenType): void {
    this.#removeKey()
    if (this.#flowLevel > 0) this.#flowLevel--
    this.#keyAllowed = false
    this.#add(type, 1)
  }

  #fetchBlockEntry(): void {
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed)
        throw this.#reader.error('block sequence entries are not allowed in this context')
      this.#rollIndent(this.#reader.column, 'block-sequence-start')
    }
    this.#removeKey()
    this.#keyAllowed = true
    this.#add('block-entry', 1)
  }

  #fetchKey(): void {
    if (this.#flowLevel === 0) {
      if (!this.#keyAllowed) throw this.#reader.error('mapping keys are not allowed in this context')
      this.#rollIndent(this.#reader.column, 'block-mapping-start')
    }
    this.#removeKey()
    this.#keyAllowed = this.#flowLevel === 0
    this.#add('key', 1)
  }

  #fetchValue(): void {
    const key = this.#keys.get(this.#flowLevel)
    if (key) {
      const at = key.tokenNumber - this.#taken
      this.#queue.splice(at, 0, { type: 'key', text: '', line: key.mark.line + 1 })
      this.#rollIndent(key.mark.column, 'block-mapping-start', at)
      this.#keys.delete(this.#flowLevel)
      this.#keyAllowed = false
    } else {
      if (this.#flowLevel === 0) {
        if (!this.#keyAllowed) throw this.#reader.error('mapping values are not allowed in this context')
        this.#rollIndent(this.#reader.column, 'block-mapping-start')
      }
      this.#keyAllowed = this.#flowLevel === 0
    }
    this.#add('value', 1)
  }

  #fetchName(type: 'alias' | 'anchor'): void {
    this.#saveKey()
    this.#keyAllowed = false
    const reader = this.#reader
    const name = /[A-Za-z0-9_-]*/y
    name.lastIndex = reader.offset + 1
    const text = name.exec(reader.text)![0]
    const token = this.#token(type, text)
    reader.skip(1 + text.length)
    if (text === '' || !(reader.isSpaceOrEnd() || '?:,]}%@`'.includes(reader.at())))
      throw reader.error('did not find expected alphabetic or numeric character')
    this.#queue.push(token)
  }

  #fetchTag(): void {
    this.#saveKey()
    this.#keyAllowed = false
    const reader = this.#reader
    const { line } = this.#token('tag')
    const tag = /!<[^>\s]*>|[\w\-;/?:@&=+$.%!~*'()]*/y
    tag.lastIndex = reader.offset
    const written = tag.exec(reader.text)![0]
    reader.skip(written.length)
    if (!reader.isSpaceOrEnd() && !(this.#flowLevel > 0 && reader.at() === ','))
      throw reader.error('did not find expected whitespace or line break')
    const text = written.replace(/^!<(.*)>$/, '$1').replace(/^!!/, 'tag:yaml.org,2002:')
    this.#queue.push({ type: 'tag', text, line })
  }

  #fetchScalar(type: TokenType, scan: () => string): void {
    this.#saveKey()
    this.#keyAllowed = false
    const line = this.#reader.line + 1
    this.#queue.push({ type, text: scan(), line })
  }

  #fetchBlockScalar(): void {
    this.#removeKey()
    this.#keyAllowed = true
    const line = this.#reader.line + 1
    this.#queue.push({ type: 'quoted', text: scanBlockScalar(this.#reader, this.#indent), line })
  }

  #fetchPlain(): void {
    this.#saveKey()
    this.#keyAllowed = false
    const line = this.#reader.line + 1
    const { text, endsLine } = scanPlain(this.#reader, this.#indent, this.#flowLevel > 0)
    if (endsLine) this.#keyAllowed = true
    this.#queue.push({ type: 'plain', text, line })
  }
}
