import type { Span } from '../../text/index.ts'
import { applyAttributeList } from '../attributes/attribute-list.ts'
import { isSpace, strip } from '../characters.ts'
import { type Element, type LinkDetails, createElement, setAttribute, setOptions } from '../element.ts'
import { type LinkTarget, normaliseLinkId } from '../parser-state.ts'
import { attemptKey, attempts, endlessPlaces, remembered } from '../span-memory.ts'
import { type SpanParser, type SpanRule, createTextOf } from '../span-parser.ts'
import { escapable } from './escaped-char.ts'
import { matchAddress, matchTitleAndClose } from './link-address.ts'

/**
 * Links and images — kramdown syntax, “Links and Images”.
 *
 *     [text](address "title")   [text][label]   [label][]   [label]   ![image](address)
 *
 * Links do not nest. Without a definition for its label a reference stays text.
 */
export const link: SpanRule = {
  name: 'link',
  first: '![',
  stops: ['[', '!['],
  parse(cx) {
    const from = cx.pos
    const isImage = cx.text[from] === '!'
    const start = from + (isImage ? 2 : 1)
    if (cx.text[start - 1] !== '[' || start >= cx.text.length || cx.text[start] === '^') return false
    if (!mayBegin(cx, isImage)) {
      cx.takeText(start)
      return true
    }
    const warnings = cx.state.warnings.length
    if (!readLink(cx, from, start, isImage)) {
      cx.state.warnings.length = Math.min(cx.state.warnings.length, warnings)
      cx.pos = from
      warnOfMissingDefinition(cx, from, start, isImage)
      cx.takeText(start)
    }
    return true
  },
}

function mayBegin(cx: SpanParser, isImage: boolean): boolean {
  if (!isImage && (cx.isInside('a') || cx.isInside('img'))) return false
  return cx.search.indexOf(']', cx.pos) >= 0 && cx.mayNest
}

/** @returns whether there is a link; otherwise the current place says nothing */
function readLink(cx: SpanParser, from: number, start: number, isImage: boolean): boolean {
  const type = isImage ? 'img' : 'a'
  const next = cx.nextStop(start, true)
  const isPlain = cx.text.charCodeAt(next) === CLOSING_BRACKET
  const element = createElement(type, cx.span(from, from))
  const close = isPlain ? next : readMarkedText(cx, element, start, next)
  if (close < 0) return false
  const target = findTarget(cx, start, close)
  if (!target) return false
  if (isPlain && next > start && !isImage) element.children = [createTextOf(cx.source, start, next)]
  element.span = cx.span(from, target.end)
  addTarget(cx, element, target, start, close)
  cx.append(element, from, target.end)
  return true
}

const CLOSING_BRACKET = 93

/**
 * Reads a text that more than text stands in.
 *
 * @returns where its bracket closes, or -1
 */
function readMarkedText(cx: SpanParser, element: Element, start: number, next: number): number {
  const key = attemptKey(cx, attempts[element.type as 'a' | 'img'])
  const closing = remembered(cx.memory.closing, key, () => new Map<number, number>())
  const known = closing.get(start)
  if (known !== undefined && !leadsSomewhere(cx, start, known)) return -1
  const fall = cx.memory.brackets.get(key)?.get(next)
  if (fall !== undefined && fall < 1) return -1
  cx.pos = start
  if (!readText(cx, element, key, closing)) return -1
  closing.set(start, cx.pos)
  return cx.pos
}

/**
 * Reads the text up to the bracket that closes it. Each bracket on the way opens another, unless an image begins
 * with it (parser/kramdown/link.rb, the block given to parse_spans).
 */
function readText(cx: SpanParser, element: Element, key: number, closing: Map<number, number>): boolean {
  const falls = remembered(cx.memory.brackets, key, () => new Map<number, number>())
  const endless = endlessPlaces(cx, element.type)
  const passed: number[] = []
  const counts: number[] = []
  const open: number[] = []
  let count = 1
  let images = 0
  let seen = 0
  let lowest = -1
  const found = cx.parseInto(element, {
    bracket: true,
    reached: () => {
      const { pos, text } = cx
      for (; seen < element.children.length; seen++) {
        if (element.children[seen]!.type !== 'img') continue
        images++
        open.pop()
      }
      const fall = falls.get(pos)
      if (fall !== undefined && count - images > fall) {
        lowest = count - images - fall
        return 'fail'
      }
      if (endless.has(pos)) return 'fail'
      passed.push(pos)
      counts.push(count - images)
      if (text[pos] === ']') {
        count--
        const opened = open.pop()
        if (opened !== undefined) closing.set(opened, pos)
      } else if (text[pos] === '[' || text.startsWith('![', pos)) {
        count++
        open.push(pos + (text[pos] === '!' ? 2 : 1))
      } else return false
      return count - images === 0
    },
  })
  if (found) return true
  if (lowest < 0) lowest = count - element.children.filter(child => child.type === 'img').length
  for (let index = passed.length - 1; index >= 0; index--) {
    lowest = Math.min(lowest, counts[index]!)
    falls.set(passed[index]!, counts[index]! - lowest)
  }
  return false
}

interface Target {
  readonly url: string
  readonly title: string | undefined
  readonly link: LinkDetails
  readonly definition: LinkTarget | undefined
  readonly end: number
}

/** Whether something that could be an address or a known label follows a text: cheap, for texts read before. */
function leadsSomewhere(cx: SpanParser, start: number, close: number): boolean {
  const next = cx.text[close + 1]
  if (next === '(' || next === '[' || (next !== undefined && isSpace(next.charCodeAt(0)))) return true
  return definitionFor(cx, start, close) !== undefined
}

function findTarget(cx: SpanParser, start: number, close: number): Target | undefined {
  const after = close + 1
  const reference = matchReference(cx, after)
  if (!reference && cx.text[after] === '(') return findAddress(cx, after)
  const labelled = reference?.label !== undefined
  const [labelStart, labelEnd] = labelled
    ? [reference.from, reference.from + reference.label!.length]
    : [start, close]
  const definition = labelled
    ? cx.state.links.get(normaliseLinkId(reference.label!))
    : definitionFor(cx, start, close)
  if (!definition) return undefined
  const style = labelled ? 'full' : reference ? 'collapsed' : 'shortcut'
  const label = normaliseLinkId(labelled ? reference.label! : unescaped(cx.text.slice(start, close)))
  return {
    url: definition.url,
    title: definition.title,
    definition,
    link: { style, label, labelSpan: cx.span(labelStart, labelEnd) },
    end: reference?.end ?? after,
  }
}

/** `\s*?\[([^\]]+)?\]` after the text. */
function matchReference(
  cx: SpanParser,
  at: number,
): { readonly label: string | undefined; readonly from: number; readonly end: number } | undefined {
  let open = at
  while (isSpace(cx.text.charCodeAt(open))) open++
  if (cx.text[open] !== '[') return undefined
  const close = cx.search.indexOf(']', open + 1)
  if (close < 0) return undefined
  const label = close === open + 1 ? undefined : cx.text.slice(open + 1, close)
  return { label, from: open + 1, end: close + 1 }
}

function findAddress(cx: SpanParser, at: number): Target | undefined {
  const address = matchAddress(cx, at)
  if (!address) return undefined
  const link: LinkDetails = { style: 'inline' }
  if (address.closed)
    return { url: address.url, title: undefined, link, definition: undefined, end: address.end }
  const title = matchTitleAndClose(cx, address.end)
  return title && { url: address.url, title: title.title, link, definition: undefined, end: title.end }
}

/** The definition whose label is a text. A text longer than any label is not compared. */
function definitionFor(cx: SpanParser, start: number, close: number): LinkTarget | undefined {
  let length = 0
  let inSpace = false
  for (let at = start; at < close; at++) {
    const space = isSpace(cx.text.charCodeAt(at))
    if (!(space && inSpace)) length++
    inSpace = space
    if (cx.text[at] === '\\') at++
    if (length > cx.state.longestLinkId) return undefined
  }
  return cx.state.links.get(normaliseLinkId(unescaped(cx.text.slice(start, close))))
}

function unescaped(text: string): string {
  if (!text.includes('\\')) return text
  return text.replace(/\\(.)/gs, (whole, character: string) =>
    escapable.includes(character) ? character : whole,
  )
}

function addTarget(cx: SpanParser, element: Element, target: Target, start: number, close: number): void {
  const mark = target.definition?.definition?.mark
  if (mark?.ial) {
    element.ial = mark.ial
    element.attributes = applyAttributeList(element.attributes, mark.ial, cx.state.attributeLists)
  }
  if (element.type === 'a') setAttribute(element, 'href', target.url)
  else {
    setAttribute(element, 'src', target.url)
    setAttribute(element, 'alt', unescaped(cx.text.slice(start, close)))
    element.children = []
  }
  if (target.title !== undefined) setAttribute(element, 'title', target.title)
  const labelSpan: Span = target.link.labelSpan ?? cx.span(start, close)
  setOptions(element, { link: { ...target.link, labelSpan } })
}

/** Only what is written as a reference is worth a word: `[text][label]` warns, as `[text]` does. */
function warnOfMissingDefinition(cx: SpanParser, from: number, start: number, isImage: boolean): void {
  const next = cx.nextStop(start, true)
  const close =
    cx.text.charCodeAt(next) === CLOSING_BRACKET
      ? next
      : cx.memory.closing.get(attemptKey(cx, attempts[isImage ? 'img' : 'a']))?.get(start)
  if (close === undefined) return
  const reference = matchReference(cx, close + 1)
  if (!reference && cx.text[close + 1] === '(') return
  const end = reference?.end ?? close + 1
  if (close - start > MAX_LABEL_IN_WARNING) return
  // `[text][label]` is tried as `[label]` next; one word about it is enough.
  const { warned } = cx.memory
  if (warned.has(start)) return
  if (reference?.label !== undefined) warned.add(reference.from)
  cx.warn('link.missing-definition', from, end, reference?.label ?? strip(cx.text.slice(start, close)))
}

const MAX_LABEL_IN_WARNING = 500
