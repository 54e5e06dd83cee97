import { escapeHtml } from '../../text/index.ts'

/** Rouge's short names for kinds of tokens, the classes style sheets of Jekyll sites colour; empty for plain text. */
export type TokenClass = string

export interface Rule {
  /** Made when it is first tried: a post names few of all languages. */
  readonly pattern: RegExp
  /** The class of the whole match. */
  readonly token?: TokenClass
  /** Classes of the groups, instead. */
  readonly groups?: readonly TokenClass[]
  /** A state to go into, or `pop` to go back. */
  readonly next?: string
  /** What to do with a match no table can say. */
  readonly run?: (match: RegExpExecArray, lexing: Lexing) => void
  /** Whether it may only match at the start of a line. */
  readonly atLineStart: boolean
}

/** A state is tried from its first rule to its last; a name stands for the rules of another state. */
export type States = Readonly<Record<string, readonly (Rule | string)[]>>

/** A state by name, or rules made for one place, as for a text with unusual delimiters. */
export type State = string | readonly (Rule | string)[]

export interface Language {
  readonly states: States
  /** States on the stack at the start. */
  readonly start: readonly string[]
}

/**
 * One rule. `^` at the start of a pattern means the start of a line, as in Rouge.
 *
 * @param flags `i`, and `s` where a dot matches line breaks
 */
export function rule(pattern: RegExp, token: TokenClass, next?: string): Rule {
  return prepare(pattern, { token, ...(next !== undefined && { next }) })
}

export function groupRule(pattern: RegExp, groups: readonly TokenClass[], next?: string): Rule {
  return prepare(pattern, { groups, ...(next !== undefined && { next }) })
}

export function runRule(pattern: RegExp, run: NonNullable<Rule['run']>): Rule {
  return prepare(pattern, { run })
}

function prepare(written: RegExp, does: Omit<Rule, 'pattern' | 'atLineStart'>): Rule {
  const atLineStart = written.source.startsWith('^')
  let pattern: RegExp | undefined
  return {
    ...does,
    atLineStart,
    get pattern() {
      return (pattern ??= asRubyReads(written, atLineStart))
    },
  }
}

function asRubyReads({ source, flags, dotAll }: RegExp, atLineStart: boolean): RegExp {
  const lines = withRubyLines(atLineStart ? source.slice(1) : source, dotAll)
  return new RegExp(lines, [...new Set([...flags, 'm', 'y'])].join(''))
}

/**
 * A pattern as Ruby reads it: only `\n` ends a line, so that a dot takes the `\r` of text from Windows and `$` stands
 * after it; and `\s` is ASCII.
 */
function withRubyLines(source: string, dotAll: boolean): string {
  return source.replace(/\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|[.$]/g, part => {
    if (part === '.') return dotAll ? part : String.raw`[^\n]`
    if (part === '$') return String.raw`(?![^\n])`
    if (part === String.raw`\s`) return `[${asciiSpace}]`
    if (part === String.raw`\S`) return `[^${asciiSpace}]`
    if (part === String.raw`[^\S\n]`) return String.raw`[ \t\r\f\v]`
    return part.startsWith('[') ? part.replaceAll(String.raw`\s`, () => asciiSpace) : part
  })
}

const asciiSpace = String.raw` \t\r\n\f\v`

interface Token {
  readonly type: TokenClass
  text: string
}

/** Rouge's lexers give up after this many matches of nothing in a row. */
const mostEmptyMatches = 5

/** One run of a language over a text (rouge/regex_lexer.rb). */
export class Lexing {
  readonly tokens: Token[] = []
  /** Ends of here documents still to come: whether they may be indented, and their names. */
  readonly heredocs: { readonly mayBeIndented: boolean; readonly name: string }[] = []
  /** Texts begun and not yet ended, where a language must know how they began. */
  readonly strings: { readonly prefix: string; readonly delimiter: string }[] = []
  readonly #language: Language
  readonly #stack: State[]
  /** Other languages inside of this one, as far as they have come. */
  readonly #others = new Map<Language, Lexing>()
  #empty = 0

  constructor(language: Language) {
    this.#language = language
    this.#stack = [...language.start]
  }

  run(text: string): readonly Token[] {
    for (let offset = 0; offset < text.length;) {
      // Ruby's scanner does not look behind the place it stands at.
      const length = this.#step(this.state, text.slice(offset), offset === 0 || text[offset - 1] === '\n')
      if (length === undefined) this.add('err', text[offset++]!)
      else offset += length
    }
    return this.tokens
  }

  /** Puts out a token; neighbours of one class become one. */
  add(type: TokenClass, text: string): void {
    const last = this.tokens.at(-1)
    if (text === '') return
    if (last?.type === type) last.text += text
    else this.tokens.push({ type, text })
  }

  /** Lexes a part afresh, in the same language. */
  recurse(text: string): void {
    for (const token of new Lexing(this.#language).run(text)) this.add(token.type, token.text)
  }

  /** Lexes a part in another language, which goes on where its last part ended. */
  delegate(language: Language, text: string): void {
    const other = this.#others.get(language) ?? new Lexing(language)
    this.#others.set(language, other)
    other.tokens.length = 0
    for (const token of other.run(text)) this.add(token.type, token.text)
  }

  /** Lets another language begin anew with its next part. */
  restart(language: Language): void {
    this.#others.delete(language)
  }

  /** Goes into a state, or back for `pop`. */
  go(next: State): void {
    if (next !== 'pop') this.#stack.push(next)
    else if (this.#stack.length > 1) this.#stack.pop()
  }

  /** Leaves the state for another. */
  replace(next: State): void {
    this.#stack[this.#stack.length - 1] = next
  }

  /** Leaves all states for the first. */
  reset(): void {
    this.#stack.splice(0, Infinity, 'root')
  }

  get state(): State {
    return this.#stack.at(-1) ?? 'root'
  }

  /** The length of what a rule of the state took; undefined where none fits. */
  #step(state: State, rest: string, isLineStart: boolean): number | undefined {
    const rules = typeof state === 'string' ? (this.#language.states[state] ?? []) : state
    for (const entry of rules) {
      if (typeof entry === 'string') {
        const length = this.#step(entry, rest, isLineStart)
        if (length !== undefined) return length
        continue
      }
      if (entry.atLineStart && !isLineStart) continue
      const match = matchStart(entry.pattern, rest)
      if (!match) continue
      if (match[0] === '' && ++this.#empty > mostEmptyMatches) return undefined
      if (match[0] !== '') this.#empty = 0
      this.#apply(entry, match)
      return match[0].length
    }
    return undefined
  }

  #apply(entry: Rule, match: RegExpExecArray): void {
    if (entry.token !== undefined) this.add(entry.token, match[0])
    entry.groups?.forEach((type, index) => this.add(type, match[index + 1] ?? ''))
    entry.run?.(match, this)
    if (entry.next !== undefined) this.go(entry.next)
  }
}

function matchStart(pattern: RegExp, text: string): RegExpExecArray | null {
  pattern.lastIndex = 0
  return pattern.exec(text)
}

/** Code as Rouge's HTML formatter writes it. */
export function lexToHtml(code: string, language: Language): string {
  return new Lexing(language)
    .run(code)
    .map(({ type, text }) =>
      type === '' ? escapeHtml(text) : `<span class="${type}">${escapeHtml(text)}</span>`,
    )
    .join('')
}
