import type { Span } from '../text/index.ts'
import { type Element, appendChild, createElement, createLeaf, createText } from './element.ts'
import type { Options } from './options.ts'
import { MAX_DEPTH, type ParserState } from './parser-state.ts'
import { type FailureMemory, createFailureMemory, openBit, openBits } from './span-memory.ts'
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
  /** Whether the element takes in the rest of the text where this is not reached. */
  readonly orEnd?: boolean
  /** Called at each place before any rule: true ends the element, `fail` gives it up. */
  readonly reached: (cx: SpanParser) => boolean | 'fail'
}

/**
 * Reads spans: the loop, the current place, and what the rules need to move it. Text the place has moved over becomes
 * a node only when something else follows it.
 */
export class SpanParser {
  readonly state: ParserState
  readonly source: SourceText
  readonly text: string
  readonly search: TextSearch
  private failures: FailureMemory | undefined
  pos = 0
  tree: Element
  /** Which types of {@link openBits} are open. */
  open = 0
  /** Where the text begins that is not in the tree yet. */
  private textFrom = 0
  private active: SpanRuleSet
  /** How many elements are open. */
  private depth: number

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
    const { tree, active, open, textFrom } = this
    this.tree = element
    this.textFrom = this.pos
    this.active = rules
    this.open |= openBit(element.type)
    this.depth++
    const found = this.run(stop)
    this.depth--
    this.open = open
    this.active = active
    this.textFrom = textFrom
    this.tree = tree
    return found
  }

  private run(stop: Stop | undefined): boolean {
    const { text } = this
    const { byCode, forOthers } = this.active
    const finder = stop?.bracket ? this.active.bracketFinder : this.active.finder
    while (this.pos < text.length) {
      const next = finder.next(text, this.pos)
      if (next < 0) break
      this.pos = next
      if (stop) {
        const reached = stop.reached(this)
        if (reached === 'fail') return false
        if (reached) {
          this.endText(next)
          return true
        }
      }
      const code = text.charCodeAt(next)
      this.parseOne(code < 128 ? byCode[code]! : forOthers)
    }
    if (!stop || stop.orEnd) this.leaveOut(text.length, text.length)
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
    return (this.open & openBits[type]) !== 0
  }

  /** Where the text from an offset on is looked at next, or -1. */
  nextStop(from: number, bracket = false): number {
    const { finder, bracketFinder } = this.state.spanRules
    return (bracket ? bracketFinder : finder).next(this.text, from)
  }

  /** Whether one more element may be opened here. */
  get mayNest(): boolean {
    if (this.depth < MAX_DEPTH) return true
    this.state.warnOnce('nesting.too-deep', this.source.span(this.pos, this.pos + 1))
    return false
  }

  /** How deep a text inside this one begins. */
  get innerDepth(): number {
    return this.depth + 1
  }

  /** Takes everything up to an offset as text. */
  takeText(to: number): void {
    this.pos = to
  }

  /** Takes one character, which may be two code units, as text. */
  takeCharacter(): void {
    this.pos += this.text.codePointAt(this.pos)! > 0xffff ? 2 : 1
  }

  /** Goes on at an offset; what stands from `from` on up to there is not part of any text. */
  leaveOut(from: number, to: number): void {
    this.endText(from)
    this.pos = to
    this.textFrom = to
  }

  /** Puts a node in the place of what stands from `from` up to `to`, and goes on there. */
  append(element: Element, from: number, to: number): Element {
    this.leaveOut(from, to)
    appendChild(this.tree, element)
    return element
  }

  /** The same for a new node that has no children. */
  appendLeaf(type: Element['type'], from: number, to: number, value = ''): Element {
    return this.append(createLeaf(type, this.source.span(from, to), value), from, to)
  }

  create(type: Element['type'], from: number, to: number, value = ''): Element {
    return createElement(type, this.source.span(from, to), value)
  }

  /** Puts text that reads otherwise in the place of what stands from `from` up to `to`, and goes on there. */
  appendText(value: string, from: number, to: number): void {
    this.leaveOut(from, to)
    addText(this.tree, this.source, value, from, to)
  }

  /** Whether the element being read holds anything so far. */
  get hasContent(): boolean {
    return this.pos > this.textFrom || this.tree.children.length > 0
  }

  /** The node directly before the current place, unless that is text. */
  get lastNode(): Element | undefined {
    const { children } = this.tree
    const last = this.pos > this.textFrom ? undefined : children[children.length - 1]
    return last?.type === 'text' ? undefined : last
  }

  private endText(to: number): void {
    const from = this.textFrom
    if (to > from) addText(this.tree, this.source, this.text.slice(from, to), from, to)
    this.textFrom = to
  }

  span(from: number, to: number): Span {
    return this.source.span(from, to)
  }

  warn(code: Parameters<ParserState['warn']>[0], from: number, to: number, subject = ''): void {
    this.state.warn(code, this.source.span(from, to), subject)
  }
}

/** A text node for part of a text. */
export function createTextOf(source: SourceText, from: number, to: number): Element {
  return textNode(source, source.text.slice(from, to), from, to)
}

/** Adds text to an element, to the text before it if there is one. */
export function addText(element: Element, source: SourceText, value: string, from: number, to: number): void {
  if (value === '') return
  const { children } = element
  const last = children[children.length - 1]
  if (last?.type === 'text') extendText(last, value, source.span(from, to), source, from)
  else appendChild(element, textNode(source, value, from, to))
}

function textNode(source: SourceText, value: string, from: number, to: number): Element {
  const text = createText(source.span(from, to), value)
  const { span } = text
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
