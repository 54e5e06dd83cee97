import type { BlockParser, BlockRule } from '../block-parser.ts'
import { countSpaces, downcase } from '../characters.ts'
import { type ContentModel, type Element, createElement, setOptions } from '../element.ts'
import { contentModelOf, isHtmlElement, isSpanElement, voidElements } from '../markup/elements.ts'
import { setTagAttributes, takeMarkdownAttribute } from '../markup/tag-attributes.ts'
import { toNative } from '../markup/to-native.ts'
import {
  type StartTag,
  delimitedEnd,
  findEndTag,
  matchEndTag,
  matchStartTag,
  nameEnd,
} from '../markup/tags.ts'

/**
 * HTML blocks — kramdown syntax, “HTML Blocks”.
 *
 *     <div markdown="1">      `1`, `block`, `span` or `0` say how the content is read;
 *     text                    without it, the option parse_block_html does
 *     </div>
 */
export const htmlBlock: BlockRule = {
  name: 'block_html',
  first: '<',
  start: / {0,3}<(?=[\p{Alphabetic}_!/])/uy,
  parse(cx) {
    const from = cx.pos
    const { text } = cx
    const commentEnd = delimitedEnd(text, from, '<!--', '-->')
    if (commentEnd >= 0) {
      appendMarkup(cx, 'xml_comment', commentEnd)
      cx.pos = afterBlankRest(text, cx.pos)
      return true
    }
    const open = from + countSpaces(text, from, 3)
    const tag = matchStartTag(text, open)
    const { version } = cx.options
    if (tag) {
      if (isSpanElement(downcase(tag.name), version)) return false
      if (!cx.mayNest(open, tag.end)) return false
      cx.pos = tag.end
      const element = parseElement(cx, tag, open)
      if (cx.options.html_to_native) toNative(element, version)
      return true
    }
    const endTag = matchEndTag(text, open)
    if (!endTag || isSpanElement(downcase(endTag.name), version)) return false
    if (cx.tree.type !== 'html_element' || cx.tree.value !== downcase(endTag.name)) return false
    cx.pos = endTag.end
    cx.stop()
    return true
  },
}

/** `[ \t]*\n`: the offset after the line when nothing else stands in it. */
function afterBlankRest(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t') at++
  return text[at] === '\n' ? at + 1 : from
}

function appendMarkup(cx: BlockParser, type: 'xml_comment' | 'xml_pi', end: number): void {
  const element = cx.append(createElement(type, cx.spanOf(cx.pos, end), cx.text.slice(cx.pos, end)))
  setOptions(element, { category: 'block' })
  cx.pos = end
}

/** Reads an element whose start tag has just been passed (parser/html.rb, handle_html_start_tag). */
function parseElement(cx: BlockParser, tag: StartTag, from: number): Element {
  const { version } = cx.options
  const known = isHtmlElement(downcase(tag.name), version)
  const name = known ? downcase(tag.name) : tag.name
  const element = createElement('html_element', cx.spanOf(from, tag.end), name)
  setOptions(element, { category: 'block' })
  setTagAttributes(element, tag, known, attribute =>
    cx.warn('html.duplicate-attribute', from, tag.end, attribute),
  )
  cx.append(element)
  const hasBody = name !== 'script' && name !== 'style'
  if (!hasBody) parseVerbatim(cx, element)
  parseContent(cx, element, from, (hasBody && tag.closed) || voidElements.has(name), hasBody)
  element.span = cx.spanOf(from, Math.max(tag.end, endBeforeBlanks(cx.text, cx.pos)))
  return element
}

function endBeforeBlanks(text: string, to: number): number {
  let end = to
  while (end > 0 && /[ \t\n]/.test(text[end - 1]!)) end--
  return end
}

/** The content of `script` and `style`, and their end tag. */
function parseVerbatim(cx: BlockParser, element: Element): void {
  const found = findEndTag(cx.text, cx.pos, element.value)
  const end = found?.start ?? cx.text.length
  if (end > cx.pos)
    element.children.push(createElement('raw', cx.source.span(cx.pos, end), cx.text.slice(cx.pos, end)))
  if (!found) cx.state.warn('html.unclosed', element.span, element.value)
  cx.pos = found?.end ?? end
}

/** Reads the content as its model says (parser/kramdown/html.rb, handle_kramdown_html_tag). */
function parseContent(
  cx: BlockParser,
  element: Element,
  from: number,
  closed: boolean,
  hasBody: boolean,
): void {
  if (cx.ial) {
    element.ial = cx.ial
    cx.ial = undefined
  }
  const insideRaw = cx.tree.type === 'html_element' && cx.tree.options.contentModel === 'raw'
  const asked = takeMarkdownAttribute(element)
  const byDefault = contentModelOf(element.value)
  let model: ContentModel = !insideRaw && cx.options.parse_block_html ? byDefault : 'raw'
  if (asked) model = asked === 'default' ? byDefault : asked
  if (model === 'block') cx.pos = afterBlankRest(cx.text, cx.pos)
  setOptions(element, { contentModel: model, closed })
  if (closed || !hasBody) return
  if (model === 'block') {
    if (!cx.parseInto(element).stopped) cx.warn('html.unclosed', from, cx.pos, element.value)
  } else if (model === 'span') parseSpanContent(cx, element, from)
  else parseRawContent(cx, element, from)
  if (!insideRaw) cx.pos = afterBlankRest(cx.text, cx.pos)
}

function parseSpanContent(cx: BlockParser, element: Element, from: number): void {
  const found = findEndTag(cx.text, cx.pos, element.value)
  const end = found?.start ?? cx.text.length
  cx.addText(element, cx.source.slice(cx.pos, end))
  if (!found) cx.warn('html.unclosed', from, cx.pos, element.value)
  cx.pos = found?.end ?? end
}

/** Content that is not Markdown: elements, comments, instructions and text (parser/html.rb, parse_raw_html). */
function parseRawContent(cx: BlockParser, element: Element, from: number): void {
  const { tree } = cx
  cx.tree = element
  cx.depth++
  const known = isHtmlElement(element.value, cx.options.version)
  for (;;) {
    const open = nextMarkup(cx.text, cx.pos, cx.options.version === '2.5')
    addPlainText(cx, open < 0 ? cx.text.length : open)
    if (open < 0) {
      cx.warn('html.unclosed', from, from + 1, element.value)
      break
    }
    if (parseRawMarkup(cx, element, known)) break
  }
  cx.depth--
  cx.tree = tree
}

/** @returns whether the element's own end tag was passed */
function parseRawMarkup(cx: BlockParser, element: Element, known: boolean): boolean {
  const { text, pos } = cx
  const commentEnd = delimitedEnd(text, pos, '<!--', '-->')
  const instructionEnd = commentEnd < 0 ? delimitedEnd(text, pos, '<?', '?>') : -1
  const cdataEnd = cx.options.version === '2.5' ? delimitedEnd(text, pos, '<![CDATA[', ']]>') : -1
  if (commentEnd >= 0) appendMarkup(cx, 'xml_comment', commentEnd)
  else if (instructionEnd >= 0) appendMarkup(cx, 'xml_pi', instructionEnd)
  else if (cdataEnd >= 0) appendCdata(cx, cdataEnd)
  else {
    const tag = matchStartTag(text, pos)
    if (tag && cx.mayNest(pos, tag.end)) {
      cx.pos = tag.end
      parseElement(cx, tag, pos)
      return false
    }
    const endTag = tag ? undefined : matchEndTag(text, pos)
    if (endTag && (known ? downcase(endTag.name) : endTag.name) === element.value) {
      cx.pos = endTag.end
      return true
    }
    if (endTag) cx.warn('html.stray-closing-tag', pos, endTag.end, endTag.name)
    addPlainText(cx, endTag?.end ?? pos + 1)
  }
  return false
}

function appendCdata(cx: BlockParser, end: number): void {
  const value = cx.text.slice(cx.pos + '<![CDATA['.length, end - ']]>'.length)
  const element = cx.append(createElement('text', cx.spanOf(cx.pos, end), value))
  setOptions(element, { cdata: true })
  cx.pos = end
}

/** Text that stays as it is; it joins the text before it. */
function addPlainText(cx: BlockParser, to: number): void {
  if (to <= cx.pos) return
  const value = cx.text.slice(cx.pos, to)
  const span = cx.source.span(cx.pos, to)
  const last = cx.lastChild
  if (last?.type === 'text') {
    last.value += value
    last.span = { from: last.span.from, to: span.to }
  } else cx.append(createElement('text', span, value))
  cx.pos = to
}

/** Where the next `<` stands that something begins with. */
function nextMarkup(text: string, from: number, withCdata: boolean): number {
  for (let at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
    const next = text[at + 1]
    if (next === '/' || next === '?' || text.startsWith('!--', at + 1)) return at
    if (withCdata && text.startsWith('![CDATA[', at + 1)) return at
    if (nameEnd(text, at + 1) >= 0) return at
  }
  return -1
}
