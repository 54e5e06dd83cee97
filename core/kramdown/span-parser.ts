import type { Span } from '../text/index.ts'
import { type Element, createElement, createLeaf, createText } from './element.ts'
import type { Options } from './options.ts'
import { MAX_DEPTH, type ParserState } from './parser-state.ts'
import { type FailureMemory, createFailureMemory, openBits } from './span-memory.ts'
import type { SourceText } from './source-text.ts'
import { StopFinder } from './span-stops.ts'
import { TextSearch } from './text-search.ts'

/** One span construct. */
export interface SpanRule {
  /** kramdown's name for it. */
  readonly name: string
  /** Characters it may begin with; undefined: any. */
  readonly first: string | undefined
  /** Where in a text to stop and look: strings, or one character before each quotation mark. */
  readonly stops: readonly string[] | 'before-quotes'
  /**
   * Consumes the construct, or at least its first character as text, and returns true; returns false and leaves
   * `cx` as it was where another rule may begin.
   */
  parse(cx: SpanParser): boolean
}

/** Rules prepared for use: by the character at the current place, and the pattern that finds the next place. */
export interface SpanRuleSet {
  readonly rules: readonly SpanRule[]
  readonly byCode: readonly (readonly SpanRule[])[]
  readonly forOthers: readonly SpanRule[]
  readonly finder: StopFinder
  /** One that stops at `]` too. */
  readonly bracketFinder: StopFinder
}

export function createRuleSet(rules: readonly SpanRule[]): SpanRuleSet {
  const stops = rules.flatMap(rule => (rule.stops === 'before-quotes' ? [] : rule.stops))
  const quotes = rules.some(rule => rule.stops === 'before-quotes')
  return {
    rules,
    byCode: Array.from({ length: 128 }, (_, code) =>
      rules.filter(rule => rule.first === undefined || rule.first.includes(String.fromCharCode(code))),
    ),
    forOthers: rules.filter(rule => rule.first === undefined),
    finder: new StopFinder(stops, quotes),
    bracketFinder: new StopFinder([...stops, ']'], quotes),
  }
}

/** What ends an element: looked for wherever the parser stops in its text. */
export interface Stop {
  /** `]` is no place where a construct begins, so it has to be looked for too. */
  readonly bracket?: boolean
  /** Called at each place before any rule: true ends the element, `fail` gives it up. */
  readonly reached: (cx: SpanParser) => boolean | 'fail'
}

/** Reads spans: the loop, the current place, and what the rules need to move it. */
export class SpanParser {
  readonly state: ParserState
  readonly source: SourceText
  readonly text: string
  readonly search: TextSearch
  private failures: FailureMemory | undefined
  pos = 0
  tree: Element
  /** The elements around `tree`, outermost first. */
  readonly stack: Element[] = []
  /** Which types of {@link openBits} are open. */
  open = 0
  private active: SpanRuleSet
  private readonly depth: number

  constructor(source: SourceText, root: Element, state: ParserState, rules = state.spanRules, depth = 0) {
    this.source = source
    this.text = source.text
    this.tree = root
    this.state = state
    this.active = rules
    this.depth = depth
    this.search = new TextSearch(source.text)
  }

  get options(): Options {
    return this.state.options
  }

  get memory(): FailureMemory {
    return (this.failures ??= createFailureMemory())
  }

  /** Reads the whole text into the root. */
  parse(): void {
    this.run(undefined)
  }

  /**
   * Reads on into an element until `stop` is reached.
   *
   * @returns whether it was; where it was not, the current place says nothing and the caller goes back
   */
  parseInto(element: Element, stop: Stop, rules = this.active): boolean {
    const { tree, active, open } = this
    this.stack.push(tree)
    this.tree = element
    this.active = rules
    this.open |= openBits[element.type] ?? 0
    const found = this.run(stop)
    this.open = open
    this.active = active
    this.tree = tree
    this.stack.pop()
    return found
  }

  private run(stop: Stop | undefined): boolean {
    const { text } = this
    const { byCode, forOthers } = this.active
    const finder = stop?.bracket ? this.active.bracketFinder : this.active.finder
    while (this.pos < text.length) {
      const next = finder.next(text, this.pos)
      if (next < 0) {
        if (!stop) this.takeText(text.length)
        return false
      }
      this.takeText(next)
      if (stop) {
        const reached = stop.reached(this)
        if (reached === 'fail') return false
        if (reached) return true
      }
      const code = text.charCodeAt(this.pos)
      this.parseOne(code < 128 ? byCode[code]! : forOthers)
    }
    return false
  }

  private parseOne(rules: readonly SpanRule[]): void {
    for (const rule of rules) if (rule.parse(this)) return
    this.takeCharacter()
  }

  /** What a sticky pattern matches at the current place. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.pos
    return pattern.exec(this.text)
  }

  at(pattern: RegExp): boolean {
    pattern.lastIndex = this.pos
    return pattern.test(this.text)
  }

  /** Whether an element of a type is open. */
  isInside(type: 'em' | 'strong' | 'a' | 'img'): boolean {
    return (this.open & openBits[type]!) !== 0
  }

  /** Where the text from an offset on is looked at next, or -1. */
  nextStop(from: number, bracket = false): number {
    const { finder, bracketFinder } = this.state.spanRules
    return (bracket ? bracketFinder : finder).next(this.text, from)
  }

  /** Whether one more element may be opened here. */
  get mayNest(): boolean {
    if (this.stack.length + this.depth < MAX_DEPTH) return true
    this.state.warnOnce('nesting.too-deep', this.source.span(this.pos, this.pos + 1))
    return false
  }

  /** How deep a text inside this one begins. */
  get innerDepth(): number {
    return this.stack.length + this.depth + 1
  }

  /** Takes everything up to an offset as text. */
  takeText(to: number): void {
    if (to > this.pos) this.addText(this.text.slice(this.pos, to), this.pos, to)
    this.pos = to
  }

  /** Takes one character, which may be two code units, as text. */
  takeCharacter(): void {
    const code = this.text.codePointAt(this.pos)!
    this.takeText(this.pos + (code > 0xffff ? 2 : 1))
  }

  /** Adds text to the element being read, to the text before it if there is one. */
  addText(value: string, from: number, to: number, element = this.tree): void {
    if (value === '') return
    const last = element.children[element.children.length - 1]
    const span = this.source.span(from, to)
    if (last?.type === 'text') extendText(last, value, span, this.source, from)
    else element.children.push(textNode(this.source, value, from, to, span))
  }

  /** A node for what stands between two local offsets, appended to the element being read. */
  append(type: Element['type'], from: number, to: number, value = ''): Element {
    const element = this.create(type, from, to, value)
    this.tree.children.push(element)
    return element
  }

  /** The same for a node that has no children. */
  appendLeaf(type: Element['type'], from: number, to: number, value = ''): Element {
    const element = createLeaf(type, this.source.span(from, to), value)
    this.tree.children.push(element)
    return element
  }

  create(type: Element['type'], from: number, to: number, value = ''): Element {
    return createElement(type, this.source.span(from, to), value)
  }

  span(from: number, to: number): Span {
    return this.source.span(from, to)
  }

  warn(code: Parameters<ParserState['warn']>[0], from: number, to: number, subject = ''): void {
    this.state.warn(code, this.source.span(from, to), subject)
  }
}

/** A text node for all of a text. */
export function createTextOf(source: SourceText): Element {
  const { length } = source.text
  return textNode(source, source.text, 0, length, source.span(0, length))
}

function textNode(source: SourceText, value: string, from: number, to: number, span: Span): Element {
  const text = createText(span, value)
  if (span.to - span.from !== value.length) text.options = { pieces: piecesOf(source, from, to, 0) }
  return text
}

function extendText(text: Element, value: string, span: Span, source: SourceText, from: number): void {
  const before = text.value.length
  const contiguous = text.span.to === span.from && span.to - span.from === value.length
  if (!contiguous || text.options.pieces) {
    const pieces = text.options.pieces ?? [0, text.span.from]
    text.options = { ...text.options, pieces }
    for (const piece of piecesOf(source, from, from + value.length, before)) pieces.push(piece)
  }
  text.value += value
  text.span = { from: text.span.from, to: span.to }
}

function piecesOf(source: SourceText, from: number, to: number, local: number): number[] {
  const pieces: number[] = []
  source.eachPiece(from, to, (at, origin) => pieces.push(at - from + local, origin))
  return pieces
}

/** Where a character of a text node stands in the document. */
export function originInText(text: Element, index: number): number {
  const { pieces } = text.options
  if (!pieces) return text.span.from + index
  let low = 0
  let high = pieces.length / 2 - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (pieces[middle * 2]! <= index) low = middle
    else high = middle - 1
  }
  return pieces[low * 2 + 1]! + index - pieces[low * 2]!
}
