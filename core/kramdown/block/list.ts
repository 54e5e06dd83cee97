import type { BlockParser, BlockRule } from '../block-parser.ts'
import { lineEnd } from '../characters.ts'
import { type Element, createElement, setOptions } from '../element.ts'
import { SourceTextBuilder } from '../source-text.ts'
import { blankLine } from './blank-line.ts'
import { eobMarker } from './eob.ts'
import { horizontalRule } from './horizontal-rule.ts'
import { parseFirstLine, takeItemLine } from './list-lines.ts'

const unordered = / {0,3}[+*-](?=[\t| ][^\n]*\n)/y
const ordered = / {0,3}\d+\.(?=[\t| ][^\n]*\n)/y

/**
 * Lists — kramdown syntax, “Ordered and Unordered lists”.
 *
 *     * item          `*`, `+`, `-`, or a number and a dot, then a space
 *       goes on       indented as its text is
 *       * inner       a list of its own when indented
 */
export const list: BlockRule = {
  name: 'list',
  first: '*+-0123456789',
  start: / {0,3}(?:[+*-]|\d+\.)[\t| ][^\n]*\n/y,
  parse(cx) {
    return parseList(cx) !== undefined
  },
}

/** An item and the texts it consists of: each inner list begins a new one. */
interface Item {
  readonly element: Element
  readonly parts: SourceTextBuilder[]
}

/** Reads a list and appends it; the GFM parser then looks for check boxes in it. */
export function parseList(cx: BlockParser): Element | undefined {
  const from = cx.pos
  if (!cx.mayNest(from, lineEnd(cx.text, from))) return undefined
  const element = cx.block(cx.at(unordered) ? 'ul' : 'ol', from, from)
  const { items, eobFound } = readItems(cx, element.type === 'ul' ? unordered : ordered)
  element.children = items.map(item => item.element)
  element.span = cx.spanOf(from, lastTextEnd(cx, from))
  cx.append(element)
  for (const item of items) parseItem(cx, item)
  const blank = settleItems(element, eobFound)
  if (blank && !eobFound) cx.append(blank)
  return element
}

function lastTextEnd(cx: BlockParser, from: number): number {
  let end = cx.pos
  while (end > from && /[ \t\r\n\f\v]/.test(cx.text[end - 1]!)) end--
  return end
}

function readItems(
  cx: BlockParser,
  firstMark: RegExp,
): { readonly items: readonly Item[]; readonly eobFound: boolean } {
  const items: Item[] = []
  let mark = firstMark
  let indentation = 0
  let nestedListFound = false
  let lastIsBlank = false
  let part = new SourceTextBuilder()
  while (!cx.atEnd) {
    if (lastIsBlank && cx.at(horizontalRule.start)) break
    const eob = cx.match(eobMarker.start)
    if (eob) {
      cx.pos += eob[0].length
      return { items, eobFound: true }
    }
    const start = cx.match(mark)
    if (start) {
      const item = startItem(cx, start[0].length)
      indentation = item.indentation
      items.push(item)
      part = item.parts[0]!
      mark = markWithin(firstMark, indentation)
      nestedListFound = startsList(part.text)
      lastIsBlank = false
      continue
    }
    const taken = takeItemLine(cx, indentation, !lastIsBlank)
    if (taken) {
      if (!nestedListFound && taken.indented && startsList(taken.line.text)) {
        part = new SourceTextBuilder()
        items[items.length - 1]!.parts.push(part)
        nestedListFound = true
      } else if (nestedListFound && !taken.indented && startsList(taken.line.text)) {
        // A line that looks like an item but is not indented as one belongs to the text of the inner list's item.
        part.insert(' '.repeat(indentation + 4), cx.source.originOf(cx.pos - 1))
      }
      part.add(taken.line.build())
      lastIsBlank = false
      continue
    }
    const blank = cx.match(blankLine.start)
    if (!blank) break
    nestedListFound = true
    lastIsBlank = true
    part.add(cx.source, cx.pos, cx.pos + blank[0].length)
    cx.pos += blank[0].length
  }
  return { items, eobFound: false }
}

function startItem(cx: BlockParser, markLength: number): Item & { readonly indentation: number } {
  const from = cx.pos
  const end = lineEnd(cx.text, from)
  const { content, indentation, ial } = parseFirstLine(cx, from + markLength, end, markLength)
  const element = createElement('li', cx.spanOf(from, end))
  element.ial = ial
  cx.pos = end
  return { element, parts: [new SourceTextBuilder().add(content)], indentation }
}

/** An item's mark may be indented less than the text of the item before it. */
function markWithin(mark: RegExp, indentation: number): RegExp {
  return marksWithin[mark === unordered ? 'ul' : 'ol'][Math.min(indentation, 4) - 1]!
}

const marksWithin = {
  ul: [0, 1, 2, 3].map(spaces => new RegExp(` {0,${spaces}}[+*-](?=[\\t| ][^\\n]*\\n)`, 'y')),
  ol: [0, 1, 2, 3].map(spaces => new RegExp(` {0,${spaces}}\\d+\\.(?=[\\t| ][^\\n]*\\n)`, 'y')),
}

function startsList(line: string): boolean {
  list.start.lastIndex = 0
  return list.start.test(line)
}

function parseItem(cx: BlockParser, { element, parts }: Item): void {
  for (const part of parts) cx.parseText(element, part.build())
  const { children } = element
  const last = children.findLast(child => child.type !== 'blank')
  if (last && last.span.to > element.span.to) element.span = { from: element.span.from, to: last.span.to }
}

/**
 * Decides which items are tight, and takes the blank line at the end of each off.
 *
 * @returns the blank line after the last item, which then follows the list
 */
function settleItems(list: Element, eobFound: boolean): Element | undefined {
  const items = list.children
  let blank: Element | undefined
  // The last item follows the others: it may be tight only when one of them is, or begins with no paragraph.
  let oneIsTight = false
  for (const [index, item] of items.entries()) {
    const { children } = item
    const [first] = children
    if (!first) {
      oneIsTight = true
      continue
    }
    if (first.type === 'p' && first.ial && children[1]?.type === 'eob') children.splice(1, 1)
    const isLast = index === items.length - 1
    const followed = children[1]?.type === 'blank'
    const endsList = isLast && children.length === 2 && !eobFound
    if (first.type === 'p' && (!followed || endsList) && (!isLast || items.length === 1 || oneIsTight))
      makeTight(first, children)
    if (first.type !== 'p' || first.options.transparent) oneIsTight = true
    blank = children[children.length - 1]!.type === 'blank' ? children.pop() : undefined
  }
  return blank
}

/** Leaves out the tags of a paragraph; a line end has to take the place of the one its end tag brought. */
function makeTight(p: Element, siblings: readonly Element[]): void {
  const next = siblings[1]
  if (next && next.type !== 'blank') addNewline(p)
  setOptions(p, { transparent: true })
}

/** Ends the text of a paragraph with a newline. */
export function addNewline(p: Element): void {
  const [first] = p.children
  if (first?.options.raw)
    setOptions(first, { raw: new SourceTextBuilder().add(first.options.raw).insert('\n', p.span.to).build() })
  else if (first) first.value += '\n'
}
