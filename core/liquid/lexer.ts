import { syntaxError } from './liquid-error.ts'

export type LexemeType =
  | 'comparison'
  | 'string'
  | 'number'
  | 'id'
  | 'dotdot'
  | 'pipe'
  | 'dot'
  | 'colon'
  | 'comma'
  | 'open_square'
  | 'close_square'
  | 'open_round'
  | 'close_round'
  | 'question'
  | 'dash'
  | 'end_of_string'

export interface Lexeme {
  readonly type: LexemeType
  readonly text: string
}

const special: Readonly<Record<string, LexemeType>> = {
  '|': 'pipe',
  '.': 'dot',
  ':': 'colon',
  ',': 'comma',
  '[': 'open_square',
  ']': 'close_square',
  '(': 'open_round',
  ')': 'close_round',
  '?': 'question',
  '-': 'dash',
}

/** Tried in this order at each place (liquid/lexer.rb, tokenize). */
const rules: readonly (readonly [LexemeType, RegExp])[] = [
  ['comparison', /==|!=|<>|<=?|>=?|contains(?=[ \t\r\n\f\v])/y],
  ['string', /'[^']*'/y],
  ['string', /"[^"]*"/y],
  ['number', /-?\d+(\.\d+)?/y],
  ['id', /[a-zA-Z_][\w-]*\??/y],
  ['dotdot', /\.\./y],
]

/** @throws LiquidError at a character no rule takes */
export function lex(input: string): Lexeme[] {
  const lexemes: Lexeme[] = []
  const blank = /[ \t\r\n\f\v]*/y
  let offset = 0
  for (;;) {
    blank.lastIndex = offset
    offset += blank.exec(input)![0].length
    if (offset >= input.length) break
    const lexeme = lexemeAt(input, offset)
    lexemes.push(lexeme)
    offset += lexeme.text.length
  }
  lexemes.push({ type: 'end_of_string', text: '' })
  return lexemes
}

function lexemeAt(input: string, offset: number): Lexeme {
  for (const [type, pattern] of rules) {
    pattern.lastIndex = offset
    const match = pattern.exec(input)
    if (match) return { type, text: match[0] }
  }
  const character = String.fromCodePoint(input.codePointAt(offset)!)
  const type = special[character]
  if (!type) throw syntaxError(`Unexpected character ${character}`)
  return { type, text: character }
}
