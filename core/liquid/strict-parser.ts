import { type Lexeme, type LexemeType, lex } from './lexer.ts'
import { syntaxError } from './liquid-error.ts'

/** Reads markup by the strict grammar, giving back the source of each part (liquid/parser.rb). */
export class StrictParser {
  readonly #lexemes: readonly Lexeme[]
  #index = 0

  /** @throws LiquidError at a character outside the grammar */
  constructor(markup: string) {
    this.#lexemes = lex(markup)
  }

  /** @throws LiquidError when the next lexeme is of another type */
  consume(type?: LexemeType): string {
    const lexeme = this.#current
    if (type !== undefined && lexeme.type !== type)
      throw syntaxError(`Expected ${type} but found ${lexeme.type}`)
    this.#index++
    return lexeme.text
  }

  consumeIf(type: LexemeType): string | undefined {
    return this.looksAt(type) ? this.consume() : undefined
  }

  consumeWord(word: string): string | undefined {
    return this.looksAt('id') && this.#current.text === word ? this.consume() : undefined
  }

  looksAt(type: LexemeType, ahead = 0): boolean {
    return this.#lexemes[this.#index + ahead]?.type === type
  }

  expression(): string {
    const { type, text } = this.#current
    switch (type) {
      case 'id':
        return this.consume() + this.#lookups()
      case 'open_square':
        return this.consume() + this.expression() + this.consume('close_square') + this.#lookups()
      case 'string':
      case 'number':
        return this.consume()
      case 'open_round':
        return this.#range()
      default:
        throw syntaxError(`${rubyPair(type, text)} is not a valid expression`)
    }
  }

  argument(): string {
    const keyword =
      this.looksAt('id') && this.looksAt('colon', 1) ? `${this.consume()}${this.consume()} ` : ''
    return keyword + this.expression()
  }

  #range(): string {
    this.consume()
    const first = this.expression()
    this.consume('dotdot')
    const last = this.expression()
    this.consume('close_round')
    return `(${first}..${last})`
  }

  #lookups(): string {
    let text = ''
    for (;;) {
      if (this.looksAt('open_square'))
        text += this.consume() + this.expression() + this.consume('close_square')
      else if (this.looksAt('dot')) text += this.consume() + this.consume('id')
      else return text
    }
  }

  get #current(): Lexeme {
    return this.#lexemes[this.#index] ?? { type: 'end_of_string', text: '' }
  }
}

/** How Ruby prints a lexeme, `[:pipe, "|"]`, in its message. */
function rubyPair(type: LexemeType, text: string): string {
  return type === 'end_of_string' ? `[:${type}]` : `[:${type}, ${JSON.stringify(text)}]`
}
