import { readAttributeList, createAttributeList } from '../attributes/attribute-list.ts'
import type { BlockParser, BlockRule } from '../block-parser.ts'
import { lineEnd } from '../characters.ts'
import { type Element, createElement, createRawText, setOptions } from '../element.ts'
import { type SourceText, SourceTextBuilder } from '../source-text.ts'
import { addNewline } from './list.ts'
import { blankLine } from './blank-line.ts'
import { eobMarker } from './eob.ts'
import { matchItemIal, parseFirstLine, takeItemLine } from './list-lines.ts'

/**
 * Definition lists — kramdown syntax, “Definition Lists”.
 *
 *     term
 *     : definition      indented, it goes on like a list item;
 *                       after a blank line its text is a paragraph
 */
export const definitionList: BlockRule = {
  name: 'definition_list',
  first: ':',
  start: / {0,3}:[\t| ][^\n]*\n/y,
  parse(cx) {
    const terms = termsBefore(cx.tree.children)
    if (!terms?.paragraph.children[0] || !cx.mayNest(cx.pos, lineEnd(cx.text, cx.pos))) return false
    const from = cx.pos
    const element = cx.block('dl', from, from)
    cx.tree.children.splice(-terms.count)
    element.children = termElements(cx, terms.paragraph)
    element.ial = terms.paragraph.ial
    const definitions = readDefinitions(cx, terms.count === 2)
    for (const { element: dd } of definitions) element.children.push(dd)
    element.span = { from: terms.paragraph.span.from, to: cx.spanOf(from, cx.pos).to }
    let blank: Element | undefined
    for (const definition of definitions) blank = parseDefinition(cx, definition, blank)
    appendList(cx.tree.children, element)
    if (blank) cx.append(blank)
    return true
  },
}

/** The paragraph that is the term: the last block, or the one before a single blank line. */
function termsBefore(
  children: readonly Element[],
): { readonly paragraph: Element; readonly count: 1 | 2 } | undefined {
  const last = children[children.length - 1]
  if (last?.type === 'p') return { paragraph: last, count: 1 }
  const before = children[children.length - 2]
  if (last?.type === 'blank' && last.value === '\n' && before?.type === 'p')
    return { paragraph: before, count: 2 }
  return undefined
}

/** The text of a paragraph; one that was HTML has been read already. */
function textOf(text: Element): SourceText {
  return text.options.raw ?? new SourceTextBuilder().insert(text.value, text.span.from).build()
}

/** Each line of the paragraph is a term. */
function termElements(cx: BlockParser, paragraph: Element): Element[] {
  const source = textOf(paragraph.children[0]!)
  const { text } = source
  const terms: Element[] = []
  for (let from = 0; from < text.length; from = lineEnd(text, from)) {
    let to = lineEnd(text, from)
    if (text[to - 1] === '\n') to--
    const term = createElement('dt', source.span(from, to))
    const ial = matchItemIal(text, from, to)
    if (ial) {
      term.ial = createAttributeList()
      if (!readAttributeList(ial.content, term.ial)) cx.state.warn('attributes.empty', term.span, ial.content)
    }
    const line = source.slice(ial?.end ?? from, to)
    setOptions(term, { rawText: line.text })
    term.children.push(createRawText(line))
    terms.push(term)
  }
  return terms
}

interface Definition {
  readonly element: Element
  readonly text: SourceTextBuilder
  /** Whether its first paragraph keeps its tags: a blank line stands before it. */
  readonly asParagraph: boolean
}

function readDefinitions(cx: BlockParser, afterBlank: boolean): Definition[] {
  const definitions: Definition[] = []
  let mark = definitionMark
  let indentation = 0
  let asParagraph = afterBlank
  let lastIsBlank = false
  while (!cx.atEnd) {
    const start = cx.match(mark)
    if (start) {
      const from = cx.pos
      const end = lineEnd(cx.text, from)
      const first = parseFirstLine(cx, from + start[0].length, end, start[0].length)
      const element = createElement('dd', cx.spanOf(from, end))
      element.ial = first.ial
      definitions.push({ element, text: new SourceTextBuilder().add(first.content), asParagraph })
      indentation = first.indentation
      mark = marksWithin[Math.min(indentation, 4) - 1]!
      cx.pos = end
      asParagraph = false
      lastIsBlank = false
      continue
    }
    if (cx.at(eobMarker.start)) break
    const current = definitions[definitions.length - 1]!
    const taken = takeItemLine(cx, indentation, !lastIsBlank)
    if (taken) {
      current.text.add(taken.line.build())
      asParagraph = false
      lastIsBlank = false
      continue
    }
    const blank = cx.match(blankLine.start)
    if (!blank) break
    current.text.add(cx.source, cx.pos, cx.pos + blank[0].length)
    cx.pos += blank[0].length
    asParagraph = true
    lastIsBlank = true
  }
  return definitions
}

const definitionMark = / {0,3}:(?=[\t| ][^\n]*\n)/y
const marksWithin = [0, 1, 2, 3].map(spaces => new RegExp(` {0,${spaces}}:(?=[\\t| ][^\\n]*\\n)`, 'y'))

/** @returns the blank line at its end, or for an empty definition the one found before */
function parseDefinition(
  cx: BlockParser,
  { element, text, asParagraph }: Definition,
  before: Element | undefined,
): Element | undefined {
  cx.parseText(element, text.build())
  const { children } = element
  if (children.length === 0) return before
  const last = children[children.length - 1]!
  const blank = last.type === 'blank' ? children.pop() : undefined
  const [first] = children
  if (first?.type === 'p' && !asParagraph) {
    if (children.length > 1) addNewline(first)
    setOptions(first, { transparent: true })
  }
  const lastText = children[children.length - 1]
  if (lastText && lastText.span.to > element.span.to)
    element.span = { from: element.span.from, to: lastText.span.to }
  return blank
}

/** Terms that follow another definition list, with or without a blank line, go on with it. */
function appendList(children: Element[], list: Element): void {
  const last = children[children.length - 1]
  const before = children[children.length - 2]
  if (last?.type === 'dl') joinList(last, list)
  else if (last?.type === 'blank' && before?.type === 'dl') {
    children.pop()
    joinList(before, list)
  } else children.push(list)
}

function joinList(list: Element, added: Element): void {
  for (const child of added.children) list.children.push(child)
  list.span = { from: list.span.from, to: added.span.to }
}
