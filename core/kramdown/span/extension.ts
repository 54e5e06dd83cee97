import { setOptions } from '../element.ts'
import {
  applyAttributeList,
  createAttributeList,
  mergeAttributeList,
  readAttributeList,
} from '../attributes/attribute-list.ts'
import { extensionStops } from '../attributes/extension-stops.ts'
import { anything, matchBraces } from '../attributes/braces.ts'
import {
  type ExtensionTag,
  matchExtensionTag,
  readTagAttributes,
  setInlineOptions,
} from '../attributes/extension-tag.ts'
import type { SpanParser, SpanRule } from '../span-parser.ts'

/**
 * Everything in `{: … }` in a line — kramdown syntax, “Span Inline Attribute Lists” and “Extensions”.
 *
 *     *text*{: .class}      belongs to the node directly before it, which must be no text
 *     {::comment}…{:/}
 */
export const spanExtension: SpanRule = {
  name: 'span_extensions',
  first: '{',
  stops: ['{:'],
  parse(cx) {
    if (cx.text[cx.pos + 1] !== ':') return false
    if (cx.search.indexOf('}', cx.pos) < 0) {
      cx.takeCharacter()
      return true
    }
    const tag = matchExtensionTag(cx.text, cx.pos, anything)
    if (tag) parseTag(cx, tag)
    else parseIal(cx)
    return true
  },
}

function parseIal(cx: SpanParser): void {
  const from = cx.pos
  const match = matchBraces(cx.text, from + 2, anything)
  const last = cx.lastNode
  if (!match || !last) {
    if (match) cx.warn('attributes.after-text', from, match.end)
    cx.takeCharacter()
    return
  }
  cx.leaveOut(from, match.end)
  const content = cx.text.slice(from + 2, match.contentEnd)
  const list = createAttributeList()
  if (!readAttributeList(content, list)) cx.warn('attributes.empty', from, match.end, content)
  last.ial ??= createAttributeList()
  mergeAttributeList(last.ial, list)
  last.attributes = applyAttributeList(last.attributes, list, cx.state.attributeLists)
}

function parseTag(cx: SpanParser, tag: ExtensionTag): void {
  const from = cx.pos
  if (tag.kind === 'stop') {
    cx.warn('extension.stray-stop', from, tag.end, tag.name)
    cx.takeCharacter()
    return
  }
  const body = tag.closed ? undefined : findBody(cx, tag)
  if (!tag.closed && !body) {
    cx.warn('extension.unclosed', from, tag.end, tag.name)
    cx.takeCharacter()
    return
  }
  applyExtension(cx, tag, body?.end ?? tag.end, body?.text)
}

const stopTag = /\{:\/(\w+)?\}/g

function findBody(
  cx: SpanParser,
  tag: ExtensionTag,
): { readonly text: string; readonly end: number } | undefined {
  const stop = extensionStops(cx.source, stopTag).next(tag.name, tag.end)
  return stop && { text: cx.text.slice(tag.end, stop.start), end: stop.end }
}

function applyExtension(
  cx: SpanParser,
  tag: ExtensionTag & { readonly kind: 'start' },
  end: number,
  body: string | undefined,
): void {
  const from = cx.pos
  const { attributes } = readTagAttributes(tag.attributes, subject =>
    cx.warn('attributes.empty', from, tag.end, subject),
  )
  switch (tag.name) {
    case 'comment':
    case 'nomarkdown':
      cx.leaveOut(from, end)
      if (body !== undefined) {
        const type = tag.name === 'comment' ? 'comment' : 'raw'
        const element = cx.append(cx.create(type, from, end, body), from, end)
        setOptions(element, { category: 'span' })
        if (type === 'raw')
          setOptions(element, {
            rawFor: (attributes.get('type') ?? '').split(/[ \t\r\n\f\v]+/).filter(Boolean),
          })
      }
      return
    case 'options':
      cx.leaveOut(from, end)
      setInlineOptions(cx.state, attributes, (code, name) => cx.warn(code, from, tag.end, name))
      return
    default:
      cx.warn('extension.unknown', from, tag.end, tag.name)
      cx.takeCharacter()
  }
}
