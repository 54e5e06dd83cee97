import { escapeAll } from '../html/escape.ts'

/**
 * A lexer in the manner of Rouge's: states, each with patterns tried in order where the last match ended. Tokens have
 * Rouge's short class names (`k` keyword, `nb` builtin, …), so that a site's theme colours them; `''` is plain text.
 */
export interface Grammar {
  readonly start?: readonly string[]
  readonly states: Readonly<Record<string, readonly (Rule | Include)[]>>
}

export interface Include {
  readonly include: string
}

/** What a match is: one token, one for each group, or worked out from the match. */
export type Tokens = string | readonly string[] | ((match: RegExpExecArray) => string)

export interface Rule {
  /** Sticky. */
  readonly pattern: RegExp
  readonly tokens: Tokens
  /** States to enter in order; `pop` leaves one, `goto X` leaves one and enters X. */
  readonly moves: readonly string[]
}

export function rule(pattern: RegExp, tokens: Tokens, ...moves: readonly string[]): Rule {
  const flags = new Set([...pattern.flags, 'y'])
  return { pattern: new RegExp(pattern.source, [...flags].join('')), tokens, moves }
}

export function include(state: string): Include {
  return { include: state }
}

/** A pattern for one of some words, which ends where the word does. */
export function words(list: string, behind = '\\b'): string {
  return `(?:${list.trim().split(/\s+/).join('|')})${behind}`
}

interface Piece {
  readonly token: string
  text: string
}

/** Prepared states: includes resolved. */
const prepared = new WeakMap<Grammar, ReadonlyMap<string, readonly Rule[]>>()

function statesOf(grammar: Grammar): ReadonlyMap<string, readonly Rule[]> {
  const known = prepared.get(grammar)
  if (known) return known
  const resolve = (name: string): Rule[] =>
    grammar.states[name]!.flatMap(entry => ('include' in entry ? resolve(entry.include) : [entry]))
  const states = new Map(Object.keys(grammar.states).map(name => [name, resolve(name)] as const))
  prepared.set(grammar, states)
  return states
}

/** Colours a text: HTML whose text is the text itself. */
export function lexToHtml(grammar: Grammar, code: string): string {
  return piecesToHtml(lex(grammar, code))
}

export function piecesToHtml(pieces: readonly Piece[]): string {
  return pieces
    .map(({ token, text }) =>
      token === '' ? escapeAll(text) : `<span class="${token}">${escapeAll(text)}</span>`,
    )
    .join('')
}

export function lex(grammar: Grammar, code: string): Piece[] {
  const states = statesOf(grammar)
  const stack = ['root', ...(grammar.start ?? [])]
  const pieces: Piece[] = []
  let at = 0
  let idle = 0
  while (at < code.length) {
    const found = match(states.get(stack[stack.length - 1]!)!, code, at)
    if (!found || idle > MAX_IDLE) {
      add(pieces, code[at] === '\n' ? '' : 'err', code[at]!)
      at++
      idle = 0
      continue
    }
    const [{ tokens, moves }, result] = found
    addMatch(pieces, tokens, result)
    for (const move of moves) follow(stack, move)
    idle = result[0].length === 0 ? idle + 1 : 0
    at += result[0].length
  }
  return pieces
}

/** Moves between states without a character taken, after which something is wrong with the grammar. */
const MAX_IDLE = 20

/** Nested deeper than this, states are not entered any more. */
const MAX_STATES = 500

function match(
  rules: readonly Rule[],
  code: string,
  at: number,
): readonly [Rule, RegExpExecArray] | undefined {
  for (const rule of rules) {
    rule.pattern.lastIndex = at
    const result = rule.pattern.exec(code)
    if (result) return [rule, result]
  }
  return undefined
}

function addMatch(pieces: Piece[], tokens: Tokens, match: RegExpExecArray): void {
  if (typeof tokens === 'string') add(pieces, tokens, match[0])
  else if (typeof tokens === 'function') add(pieces, tokens(match), match[0])
  else for (const [index, token] of tokens.entries()) add(pieces, token, match[index + 1] ?? '')
}

/** Neighbours of one kind are one piece. */
function add(pieces: Piece[], token: string, text: string): void {
  if (text === '') return
  const last = pieces[pieces.length - 1]
  if (last?.token === token) last.text += text
  else pieces.push({ token, text })
}

function follow(stack: string[], move: string): void {
  if (move === 'pop') {
    if (stack.length > 1) stack.pop()
  } else if (move.startsWith('goto ')) {
    if (stack.length > 1) stack.pop()
    stack.push(move.slice('goto '.length))
  } else if (stack.length < MAX_STATES) stack.push(move)
}
