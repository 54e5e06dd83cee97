import { downcase } from '../characters.ts'
import { setAttribute, type Element, setOptions } from '../element.ts'
import { blockElements, contentModelOf, isHtmlElement, voidElements } from '../markup/elements.ts'
import { type StartTag, endTagOf, matchEndTag, matchStartTag, nameEnd } from '../markup/tags.ts'
import { setTagAttributes, takeMarkdownAttribute } from '../markup/tag-attributes.ts'
import { toNative } from '../markup/to-native.ts'
import { endlessPlaces } from '../span-memory.ts'
import { type SpanParser, type SpanRule, createRuleSet } from '../span-parser.ts'

/**
 * HTML in a line of text — kramdown syntax, “HTML Spans”.
 *
 *     <b>*read as Markdown*</b>     <b markdown="0">*not*</b>     <!-- comment -->
 *
 * Attribute values need quotes unless they are words; tags of blocks become text.
 */
export const htmlSpan: SpanRule = {
  name: 'span_html',
  first: '<',
  stops: ['<'],
  parse(cx) {
    const from = cx.pos
    const { text } = cx
    if (!beginsMarkup(cx)) return false
    const commentEnd = delimited(cx, '<!--', '-->')
    if (commentEnd >= 0) {
      const comment = cx.create('xml_comment', from, commentEnd, text.slice(from, commentEnd))
      setOptions(comment, { category: 'span' })
      cx.append(comment, from, commentEnd)
      return true
    }
    const cdataEnd = cx.options.version === '2.5' ? delimited(cx, '<![CDATA[', ']]>') : -1
    if (cdataEnd >= 0) {
      const content = text.slice(from + '<![CDATA['.length, cdataEnd - ']]>'.length)
      cx.appendText(escapeAll(content), from, cdataEnd)
      return true
    }
    const endTag = matchEndTag(text, from)
    if (endTag) {
      cx.warn('html.stray-closing-tag', from, endTag.end, endTag.name)
      cx.takeText(endTag.end)
      return true
    }
    const tag = matchStartTag(text, from)
    if (tag) parseElement(cx, tag)
    else cx.takeCharacter()
    return true
  },
}

function beginsMarkup(cx: SpanParser): boolean {
  const { text, pos } = cx
  if (text[pos + 1] === '/' || text.startsWith('!--', pos + 1)) return true
  if (cx.options.version === '2.5' && text.startsWith('![CDATA[', pos + 1)) return true
  return nameEnd(text, pos + 1) >= 0
}

function delimited(cx: SpanParser, open: string, close: string): number {
  if (!cx.text.startsWith(open, cx.pos)) return -1
  const end = cx.search.indexOf(close, cx.pos + open.length)
  return end < 0 ? -1 : end + close.length
}

function escapeAll(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function parseElement(cx: SpanParser, tag: StartTag): void {
  const from = cx.pos
  const { version } = cx.options
  const known = isHtmlElement(downcase(tag.name), version)
  const name = known ? downcase(tag.name) : tag.name
  if (blockElements.has(name) || !cx.mayNest) {
    if (blockElements.has(name)) cx.warn('html.block-in-span', from, tag.end, name)
    cx.takeText(tag.end)
    return
  }
  const element = cx.create('html_element', from, tag.end, name)
  setTagAttributes(element, tag, known, attribute =>
    cx.warn('html.duplicate-attribute', from, tag.end, attribute),
  )
  for (const [attribute, value] of element.attributes)
    if (value.includes('\n')) setAttribute(element, attribute, value.replace(/\n+/g, ' '))
  const readsMarkdown = isContentRead(cx, element, from, tag)
  setOptions(element, {
    category: 'span',
    contentModel: readsMarkdown ? 'span' : 'raw',
    closed: tag.closed,
  })
  cx.pos = tag.end
  if (!tag.closed && !voidElements.has(name)) parseContent(cx, element, from, known, readsMarkdown)
  element.span = cx.span(from, cx.pos)
  cx.append(element, from, cx.pos)
  if (cx.options.html_to_native) toNative(element, version)
}

function isContentRead(cx: SpanParser, element: Element, from: number, tag: StartTag): boolean {
  const byDefault = contentModelOf(element.value) !== 'raw'
  switch (takeMarkdownAttribute(element)) {
    case 'span':
      return true
    case 'default':
      return byDefault
    case 'raw':
      return false
    case 'block':
      cx.warn('html.block-parsing-in-span', from, tag.end, element.value)
      break
    case undefined:
  }
  return byDefault && cx.tree.options.contentModel !== 'raw' && cx.options.parse_span_html
}

const htmlOnly = createRuleSet([htmlSpan])

/** Reads up to the end tag. Without one, the element takes in the rest of the text. */
function parseContent(
  cx: SpanParser,
  element: Element,
  from: number,
  known: boolean,
  readsMarkdown: boolean,
): void {
  const start = cx.pos
  let end = -1
  const reached = (): boolean => {
    end = endTagOf(cx.text, cx.pos, element.value, known)
    return end >= 0
  }
  if (cx.parseInto(element, { reached, orEnd: true }, readsMarkdown ? cx.state.spanRules : htmlOnly)) {
    cx.pos = end
    return
  }
  cx.warn('html.unclosed', from, start, element.value)
  endlessPlaces(cx, cx.tree.type).add(from)
}
