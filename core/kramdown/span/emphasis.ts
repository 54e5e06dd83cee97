import { type Element, createElement } from '../element.ts'
import { isSpace } from '../characters.ts'
import { attemptKey, attempts, endlessPlaces, remembered } from '../span-memory.ts'
import { type SpanParser, type SpanRule, createTextOf } from '../span-parser.ts'

/**
 * Emphasis — kramdown syntax, “Emphasis”.
 *
 *     *emphasis*  _emphasis_  **strong**  __strong__
 *
 * Not CommonMark's rules: a mark opens wherever no white space follows, an underscore not inside a word.
 */
export const emphasis: SpanRule = {
  name: 'emphasis',
  first: '*_',
  stops: ['*', '_'],
  parse(cx) {
    const from = cx.pos
    const mark = cx.text[from]!
    const marks = cx.text[from + 1] === mark ? mark + mark : mark
    const type = marks.length === 2 ? 'strong' : 'em'
    const next = cx.text.charCodeAt(from + marks.length)
    if ((mark === '_' && isAfterWord(cx, from)) || isSpace(next) || cx.isInside(type) || !cx.mayNest) {
      cx.takeText(from + marks.length)
      return true
    }
    const found =
      readEmphasis(cx, type, marks) ??
      (type === 'strong' && cx.tree.type !== 'em' ? readEmphasis(cx, 'em', mark) : undefined)
    if (found) cx.append(found, from, cx.pos)
    else cx.takeText(from + marks.length)
    return true
  },
}

/** Reads an element that begins at the current place, or stays there. */
function readEmphasis(cx: SpanParser, type: 'em' | 'strong', marks: string): Element | undefined {
  const from = cx.pos
  const start = from + marks.length
  const next = cx.nextStop(start)
  if (next < 0) return undefined
  if (next > start && endsHere(cx.text, next, type, marks)) {
    const element = createElement(type, cx.span(from, next + marks.length))
    element.children = [createTextOf(cx.source, start, next)]
    cx.pos = next + marks.length
    return element
  }
  return readContent(cx, type, marks, next)
}

/** The same where something else stands in it. */
function readContent(
  cx: SpanParser,
  type: 'em' | 'strong',
  marks: string,
  next: number,
): Element | undefined {
  const from = cx.pos
  const key = attemptKey(cx, attemptOf(type, marks))
  const failed = remembered(cx.memory.places, key, () => new Set<number>())
  if (failed.has(next)) return undefined
  const endless = endlessPlaces(cx, type)
  const warnings = cx.state.warnings.length
  const element = createElement(type, cx.span(from, from))
  cx.pos = from + marks.length
  const passed: number[] = []
  const found = cx.parseInto(element, {
    reached: () => {
      if (failed.has(cx.pos) || endless.has(cx.pos)) return 'fail'
      if (!cx.hasContent) return false
      if (endsHere(cx.text, cx.pos, type, marks)) return true
      passed.push(cx.pos)
      return false
    },
  })
  if (!found) {
    for (const place of passed) failed.add(place)
    cx.state.warnings.length = warnings
    cx.pos = from
    return undefined
  }
  cx.pos += marks.length
  element.span = cx.span(from, cx.pos)
  return element
}

/** parser/kramdown/emphasis.rb, the block given to parse_spans. */
function endsHere(text: string, pos: number, type: 'em' | 'strong', marks: string): boolean {
  if (!text.startsWith(marks, pos) || isSpace(text.charCodeAt(pos - 1))) return false
  const mark = marks[0]!
  if (type === 'em' && text[pos + 1] === mark && text[pos + 2] !== mark) return false
  return mark !== '_' || !isAlphanumeric(text, pos + marks.length)
}

function attemptOf(type: 'em' | 'strong', marks: string): number {
  if (type === 'em') return marks === '*' ? attempts.starEm : attempts.underscoreEm
  return marks === '**' ? attempts.starStrong : attempts.underscoreStrong
}

const SPACE = 32
const alphanumeric = /[\p{Alphabetic}\p{Nd}]/uy

function isAlphanumeric(text: string, at: number): boolean {
  if (text.charCodeAt(at) === SPACE) return false
  alphanumeric.lastIndex = at
  return alphanumeric.test(text)
}

/** Whether letters stand before an offset, with or without one hyphen after them; in 2.5 underscores do not count. */
function isAfterWord(cx: SpanParser, at: number): boolean {
  let end = at
  if (cx.options.version === '2.5') while (end > 0 && cx.text[end - 1] === '_') end--
  return isLetterBefore(cx.text, end) || (cx.text[end - 1] === '-' && isLetterBefore(cx.text, end - 1))
}

const letter = /\p{Alphabetic}/u

function isLetterBefore(text: string, at: number): boolean {
  if (at <= 0) return false
  const code = text.charCodeAt(at - 1)
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
  const isTrail = code >= 0xdc00 && code <= 0xdfff
  return letter.test(text.slice(at - (isTrail ? 2 : 1), at))
}
