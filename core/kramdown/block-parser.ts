import type { Span } from '../text/index.ts'
import type { AttributeList } from './attributes/attribute-list.ts'
import {
  type Element,
  type ElementType,
  appendChild,
  createElement,
  createRawText,
  setOptions,
} from './element.ts'
import { countSpaces, lineEnd } from './characters.ts'
import type { Options } from './options.ts'
import { MAX_DEPTH, type ParserState } from './parser-state.ts'
import type { SourceText } from './source-text.ts'
import { TextSearch } from './text-search.ts'

/**
 * One block construct. `start` is tried at the current place, which kramdown takes for the start of a line even
 * where it is not one: after a closing tag, text goes on in mid-line.
 */
export interface BlockRule {
  /** kramdown's name for it. */
  readonly name: string
  /** Characters it may begin with, behind up to three spaces; undefined: any. */
  readonly first: string | undefined
  readonly start: RegExp
  /** Consumes the construct and returns true, or leaves `cx` as it was and returns false. */
  parse(cx: BlockParser, match: RegExpExecArray): boolean
}

/** The dialect: which constructs there are, and what ends a paragraph. */
export interface BlockGrammar {
  readonly rules: readonly BlockRule[]
  /** Those that may begin with a character, in order. */
  readonly byCode: readonly (readonly BlockRule[])[]
  readonly forOthers: readonly BlockRule[]
  /** Whether a line ends the paragraph before it. */
  readonly endsParagraph: (cx: BlockParser) => boolean
}

export function createBlockGrammar(
  rules: readonly BlockRule[],
  endsParagraph: BlockGrammar['endsParagraph'],
): BlockGrammar {
  return {
    rules,
    byCode: Array.from({ length: 128 }, (_, code) =>
      rules.filter(({ first }) => first === undefined || first.includes(String.fromCharCode(code))),
    ),
    forOthers: rules.filter(({ first }) => first === undefined),
    endsParagraph,
  }
}

/** Reads blocks: the loop, the current place, and what the rules need to move it. */
export class BlockParser {
  readonly state: ParserState
  readonly grammar: BlockGrammar
  source: SourceText
  text: string
  pos = 0
  /** The node whose children are being read. */
  tree: Element
  /** An attribute list waiting for the block after it. */
  ial: AttributeList | undefined
  depth = 0
  /** Finds what may be far away, or nowhere. */
  search: TextSearch
  /** Set by the closing tag of the HTML element being read. */
  private stopped = false

  constructor(source: SourceText, root: Element, state: ParserState, grammar: BlockGrammar) {
    this.source = source
    this.text = source.text
    this.search = new TextSearch(source.text)
    this.tree = root
    this.state = state
    this.grammar = grammar
  }

  get options(): Options {
    return this.state.options
  }

  /** Reads the rest of the current text into an element, up to its end tag if it is an HTML element. */
  parseInto(element: Element): { readonly stopped: boolean } {
    const { tree, ial } = this
    this.tree = element
    this.ial = undefined
    this.depth++
    this.stopped = false
    while (this.pos < this.text.length && !this.stopped) this.parseBlock()
    const { stopped } = this
    this.stopped = false
    this.depth--
    this.tree = tree
    this.ial = ial
    return { stopped }
  }

  /** Reads another text into an element. */
  parseText(element: Element, source: SourceText): void {
    const { source: outer, search, pos } = this
    this.source = source
    this.text = source.text
    this.search = new TextSearch(source.text)
    this.pos = 0
    this.parseInto(element)
    this.source = outer
    this.text = outer.text
    this.search = search
    this.pos = pos
  }

  private parseBlock(): void {
    const code = this.text.charCodeAt(this.pos + countSpaces(this.text, this.pos, 3))
    for (const rule of code < 128 ? this.grammar.byCode[code]! : this.grammar.forOthers) {
      const match = this.match(rule.start)
      if (match && rule.parse(this, match)) return
    }
    const end = lineEnd(this.text, this.pos)
    this.warn('parse.unexpected', this.pos, end)
    this.addText(this.tree, this.source.slice(this.pos, end))
    this.pos = end
  }

  /** Ends the innermost {@link parseInto}. */
  stop(): void {
    this.stopped = true
  }

  /** What a sticky pattern matches at the current place. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.pos
    return pattern.exec(this.text)
  }

  /** Whether a sticky pattern matches at the current place. */
  at(pattern: RegExp): boolean {
    pattern.lastIndex = this.pos
    return pattern.test(this.text)
  }

  get atEnd(): boolean {
    return this.pos >= this.text.length
  }

  get lastChild(): Element | undefined {
    return this.tree.children[this.tree.children.length - 1]
  }

  /** A node for a block, with the attribute list that stands before it. Its span ends before the last newline. */
  block(type: ElementType, from: number, to: number, value = ''): Element {
    const element = createElement(type, this.spanOf(from, to), value)
    if (this.ial) {
      element.ial = this.ial
      this.ial = undefined
    }
    return element
  }

  append(element: Element): Element {
    appendChild(this.tree, element)
    return element
  }

  /** The document's stretch for a stretch of the current text, without the newlines it ends with. */
  spanOf(from: number, to: number): Span {
    let end = to
    while (end > from && this.text.charCodeAt(end - 1) === 10) end--
    return this.source.span(from, end)
  }

  /** Adds text for the span parser to an element, to what is there already if it comes last. */
  addText(element: Element, text: SourceText): void {
    const last = element.children[element.children.length - 1]
    if (last?.type === 'raw_text') {
      setOptions(last, { raw: last.options.raw!.with(text) })
      return
    }
    if (text.text === '') return
    appendChild(element, createRawText(text))
  }

  /** Whether a block may begin here that is not allowed to interrupt a paragraph. */
  get afterBlockBoundary(): boolean {
    const last = this.lastChild
    return (
      !last || last.type === 'blank' || (last.type === 'eob' && last.value === '') || this.ial !== undefined
    )
  }

  /** Whether one more level of nesting is allowed; warns where it is not. */
  mayNest(from: number, to: number): boolean {
    if (this.depth <= MAX_DEPTH) return true
    this.state.warnOnce('nesting.too-deep', this.spanOf(from, to))
    return false
  }

  warn(code: Parameters<ParserState['warn']>[0], from: number, to: number, subject = ''): void {
    this.state.warn(code, this.spanOf(from, to), subject)
  }
}
