import { type AttributeList, createAttributeList, readAttributeList } from '../attributes/attribute-list.ts'
import { extensionStops } from '../attributes/extension-stops.ts'
import { matchBraces, restOfLineBlank } from '../attributes/braces.ts'
import {
  type ExtensionTag,
  matchExtensionTag,
  readTagAttributes,
  setInlineOptions,
} from '../attributes/extension-tag.ts'
import type { BlockParser, BlockRule } from '../block-parser.ts'
import { countSpaces } from '../characters.ts'
import { createElement, setOptions } from '../element.ts'
import type { SourceText } from '../source-text.ts'
import { atBlockIal, matchBlockIal } from './lazy-end.ts'

/**
 * Everything in `{: … }` on lines of its own — kramdown syntax, “Attribute List Definitions”, “Block Inline
 * Attribute Lists” and “Extensions”.
 *
 *     {:name: .class}                  defines a list
 *     {: .class #id}                   belongs to the block before it, or else after it
 *     {::comment}  …  {:/comment}      extension
 */
export const blockExtension: BlockRule = {
  name: 'block_extensions',
  first: '{',
  start: / {0,3}\{:/y,
  parse(cx) {
    return parseDefinition(cx) || parseTag(cx) || parseIal(cx)
  },
}

const definitionStart = /\{:(\w[\w-]*):/y

function parseDefinition(cx: BlockParser): boolean {
  const from = cx.pos
  definitionStart.lastIndex = from + countSpaces(cx.text, from, 3)
  const start = definitionStart.exec(cx.text)
  const content = definitionStart.lastIndex
  const match = start && matchBraces(cx.text, content, restOfLineBlank(cx.text))
  if (!start || !match) return false
  const name = start[1]!
  const lists = cx.state.attributeLists
  const list = lists.get(name) ?? createAttributeList()
  lists.set(name, list)
  readList(cx, cx.text.slice(content, match.contentEnd), list, match.end)
  cx.pos = match.end
  const mark = cx.append(cx.block('eob', from, match.end, 'ald'))
  cx.state.addAttributeListDefinition({ type: 'attribute_list_definition', span: mark.span, name })
  return true
}

function parseIal(cx: BlockParser): boolean {
  const from = cx.pos
  const match = matchBlockIal(cx.text, from)
  if (!match) return false
  const last = cx.lastChild
  if (last && last.type !== 'blank' && (last.type !== 'eob' || mayCarryIal.has(last.value))) {
    last.ial ??= createAttributeList()
    readList(cx, match.content, last.ial, match.end)
    cx.pos = match.end
    if (!atBlockIal(cx.text, cx.pos, 3)) cx.append(cx.block('eob', from, match.end, 'ial'))
  } else {
    cx.ial ??= createAttributeList()
    readList(cx, match.content, cx.ial, match.end)
    cx.pos = match.end
  }
  return true
}

/** Definitions leave a mark an attribute list can belong to: a link's attributes, an abbreviation's. */
const mayCarryIal: ReadonlySet<string> = new Set(['link_def', 'abbrev_def', 'footnote_def'])

function readList(cx: BlockParser, text: string, list: AttributeList, end: number): void {
  if (!readAttributeList(text, list)) cx.warn('attributes.empty', cx.pos, end, text)
}

function parseTag(cx: BlockParser): boolean {
  const from = cx.pos
  const tag = matchExtensionTag(cx.text, from + countSpaces(cx.text, from, 3), restOfLineBlank(cx.text))
  if (!tag) return false
  if (tag.kind === 'stop') {
    cx.warn('extension.stray-stop', from, tag.end, tag.name)
    return false
  }
  const body = tag.closed ? undefined : findBody(cx.source, tag)
  if (!tag.closed && !body) {
    cx.warn('extension.unclosed', from, tag.end, tag.name)
    return false
  }
  return applyExtension(cx, tag, from, body?.end ?? tag.end, body?.text)
}

/** A stop tag with a line of its own; only spaces, not tabs, may follow it (EXT_BLOCK_STOP_STR). */
const stopLine = /(?<![^\n]) {0,3}\{:\/(\w+)?\} *\n/g

function findBody(
  source: SourceText,
  tag: ExtensionTag,
): { readonly text: string; readonly end: number } | undefined {
  const stop = extensionStops(source, stopLine).next(tag.name, tag.end)
  if (!stop) return undefined
  const body = source.text.slice(tag.end, stop.start)
  return { text: body.endsWith('\n') ? body.slice(0, -1) : body, end: stop.end }
}

function applyExtension(
  cx: BlockParser,
  tag: ExtensionTag & { readonly kind: 'start' },
  from: number,
  end: number,
  body: string | undefined,
): boolean {
  const { attributes } = readTagAttributes(tag.attributes, subject =>
    cx.warn('attributes.empty', from, tag.end, subject),
  )
  switch (tag.name) {
    case 'comment':
    case 'nomarkdown':
      cx.pos = end
      if (body !== undefined) {
        const type = tag.name === 'comment' ? 'comment' : 'raw'
        const element = cx.append(createElement(type, cx.spanOf(from, end), body))
        setOptions(element, { category: 'block' })
        if (type === 'raw')
          setOptions(element, {
            rawFor: (attributes.get('type') ?? '').split(/[ \t\r\n\f\v]+/).filter(Boolean),
          })
      }
      return true
    case 'options':
      cx.pos = end
      setInlineOptions(cx.state, attributes, (code, name) => cx.warn(code, from, tag.end, name))
      cx.append(cx.block('eob', from, end, 'extension'))
      return true
    default:
      cx.warn('extension.unknown', from, tag.end, tag.name)
      return false
  }
}
