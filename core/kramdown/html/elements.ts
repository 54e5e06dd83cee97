import { type Element, type ElementType, createElement, setAttribute } from '../element.ts'
import { voidElements } from '../markup/elements.ts'
import { entityByCodePoint, entityByName } from '../markup/entities.ts'
import { codeblockHtml, codespanHtml } from './code.ts'
import type { HtmlContext } from './context.ts'
import { entityHtml } from './entity-output.ts'
import {
  attributesHtml,
  blockHtml,
  escapeAll,
  escapeText,
  indentedBlockHtml,
  spaces,
  spanHtml,
} from './escape.ts'
import { footnoteMarkerHtml } from './footnotes.ts'
import { termId, uniqueId } from './header-ids.ts'

type Convert = (cx: HtmlContext, element: Element, indent: number) => string

const indentedBlock: Convert = (cx, element, indent) =>
  indentedBlockHtml(element.type, element.attributes, cx.inner(element, indent), indent)

const span: Convert = (cx, element, indent) =>
  spanHtml(element.type, element.attributes, cx.inner(element, indent))

/** The root is put together by toHtmlBlocks; the other two are gone when a document has been read. */
export type ConvertedType = Exclude<ElementType, 'root' | 'raw_text' | 'eob'>

/** How each node becomes HTML (converter/html.rb). */
export const htmlConverters: Readonly<Record<ConvertedType, Convert>> = {
  blank: () => '\n',
  p: paragraph,
  header,
  blockquote: indentedBlock,
  codeblock: codeblockHtml,
  ul: list,
  ol: list,
  li: listItem,
  dl: indentedBlock,
  dt: term,
  dd: listItem,
  hr: (_cx, element, indent) => `${spaces(indent)}<hr${attributesHtml(element.attributes)} />\n`,
  table: indentedBlock,
  thead: indentedBlock,
  tbody: indentedBlock,
  tfoot: indentedBlock,
  tr: tableRow,
  td: tableCell,
  math,
  html_element: htmlElement,
  xml_comment: markup,
  xml_pi: markup,
  comment: (_cx, element, indent) =>
    element.options.category === 'block'
      ? `${spaces(indent)}<!-- ${element.value} -->\n`
      : `<!-- ${element.value} -->`,
  raw: (_cx, element) => {
    const { rawFor, category } = element.options
    if (rawFor && rawFor.length > 0 && !rawFor.includes('html')) return ''
    return element.value + (category === 'block' ? '\n' : '')
  },
  text,
  br: () => '<br />',
  a: span,
  img: (_cx, element) => `<img${attributesHtml(element.attributes)} />`,
  codespan: codespanHtml,
  footnote: footnoteMarkerHtml,
  em: span,
  strong: span,
  entity: (cx, element) =>
    entityHtml(element.options.entity!, cx.options.entity_output, element.options.entity!.original),
  typographic_sym: typographicSymbol,
  smart_quote: smartQuote,
  abbreviation,
}

const cjkLineBreak =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\n(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu

function text(cx: HtmlContext, element: Element): string {
  const escaped = element.options.cdata ? escapeAll(element.value) : escapeText(element.value)
  return cx.options.remove_line_breaks_for_cjk ? escaped.replace(cjkLineBreak, '') : escaped
}

function paragraph(cx: HtmlContext, element: Element, indent: number): string {
  if (element.options.transparent) return cx.inner(element, indent)
  const [only] = element.children
  if (element.children.length === 1 && only!.type === 'img' && only!.ial?.references.includes('standalone'))
    return figure(element, only!, indent)
  return blockHtml('p', element.attributes, cx.inner(element, indent), indent)
}

/** An image with the reference `standalone` that is a paragraph of its own; class and id move to the figure. */
function figure(p: Element, image: Element, indent: number): string {
  const figureAttributes = new Map(p.attributes)
  const imageAttributes = new Map(image.attributes)
  for (const name of ['class', 'id']) {
    const value = imageAttributes.get(name)
    if (value === undefined || figureAttributes.has(name)) continue
    figureAttributes.set(name, value)
    imageAttributes.delete(name)
  }
  const inside = spaces(indent + 2)
  const body =
    `${inside}<img${attributesHtml(imageAttributes)} />\n` +
    `${inside}<figcaption>${imageAttributes.get('alt') ?? ''}</figcaption>\n`
  return indentedBlockHtml('figure', figureAttributes, body, indent)
}

function header(cx: HtmlContext, element: Element, indent: number): string {
  const { options } = cx
  let { attributes } = element
  if (options.auto_ids && !attributes.has('id'))
    attributes = new Map(attributes).set('id', uniqueId(cx, element.options.rawText ?? ''))
  const id = attributes.get('id')
  const level = element.options.level!
  let { children } = element
  if (cx.options.version === '2.5' && options.header_links && id) {
    const link = createElement('a', element.span)
    setAttribute(link, 'href', `#${id}`)
    children = [link, ...children]
  }
  if (id !== undefined && isInToc(cx, element)) cx.toc.push({ level, id, children })
  const outputLevel = Math.max(1, Math.min(6, level + options.header_offset))
  return blockHtml(`h${outputLevel}`, attributes, cx.inner({ ...element, children }, indent), indent)
}

function isInToc(cx: HtmlContext, element: Element): boolean {
  if (!cx.options.toc_levels.includes(element.options.level!)) return false
  return !/(?<!\w)no_toc(?!\w)/.test(element.attributes.get('class') ?? '')
}

/** The first list referring to `toc` or `footnotes` gives way to what it names. */
function list(cx: HtmlContext, element: Element, indent: number): string {
  const references = element.ial?.references
  if (references && !cx.tocPlace && references.includes('toc')) {
    cx.tocPlace = element
    return TOC_MARK
  }
  if (references && !cx.footnotePlace && references.includes('footnotes')) {
    cx.footnotePlace = element
    return FOOTNOTES_MARK
  }
  return indentedBlock(cx, element, indent)
}

/** Stand in the HTML until what they stand for is known; no text holds the like of them. */
export const TOC_MARK = '\u0000\uFDD0toc\uFDD1\u0000'
export const FOOTNOTES_MARK = '\u0000\uFDD0footnotes\uFDD1\u0000'

function listItem(cx: HtmlContext, element: Element, indent: number): string {
  const [first] = element.children
  const start = `${spaces(indent)}<${element.type}${attributesHtml(element.attributes)}>`
  const body = cx.inner(element, indent)
  const onOneLine = !first || (first.type === 'p' && first.options.transparent)
  const content = onOneLine ? body + (cx.endsLine ? spaces(indent) : '') : `\n${body}${spaces(indent)}`
  return `${start}${content}</${element.type}>\n`
}

function term(cx: HtmlContext, element: Element, indent: number): string {
  let { attributes } = element
  const parent = cx.parents[cx.parents.length - 1]
  const id = attributes.has('id') ? undefined : termId(parent?.ial?.references, element.options.rawText ?? '')
  if (id !== undefined) attributes = new Map(attributes).set('id', id)
  return blockHtml('dt', attributes, cx.inner(element, indent), indent)
}

/** Inside raw HTML nothing is indented and no line is added. */
function isInRawHtml(cx: HtmlContext): boolean {
  const parent = cx.parents[cx.parents.length - 1]
  return parent?.type === 'html_element' && parent.options.contentModel === 'raw'
}

function htmlElement(cx: HtmlContext, element: Element, indent: number): string {
  const name = element.value
  const { category, closed, contentModel } = element.options
  const body = cx.inner(element, indent)
  const start = `<${name}${attributesHtml(element.attributes)}`
  if (category === 'span')
    return body === '' && voidElements.has(name) ? `${start} />` : `${start}>${body}</${name}>`
  const raw = isInRawHtml(cx)
  let html = (raw ? '' : spaces(indent)) + start
  if (closed && contentModel === 'raw') html += ' />'
  else if (body !== '' && contentModel !== 'block') html += `>${body}</${name}>`
  else if (body !== '') html += `>\n${body}${cx.endsLine ? '' : '\n'}${spaces(indent)}</${name}>`
  else html += voidElements.has(name) ? ' />' : `></${name}>`
  return raw ? html : `${html}\n`
}

function markup(cx: HtmlContext, element: Element, indent: number): string {
  if (element.options.category !== 'block' || isInRawHtml(cx)) return element.value
  return `${spaces(indent)}${element.value}\n`
}

function tableRow(cx: HtmlContext, row: Element, indent: number): string {
  const [table, section] = cx.parents.slice(-2)
  const name = section?.type === 'thead' ? 'th' : 'td'
  let cells = ''
  cx.parents.push(row)
  for (const [index, cell] of row.children.entries()) {
    cx.cell = { name, alignment: table?.options.alignment?.[index] ?? 'default' }
    cells += cx.convert(cell, indent + 2)
  }
  cx.parents.pop()
  return indentedBlockHtml('tr', row.attributes, cells, indent)
}

function tableCell(cx: HtmlContext, element: Element, indent: number): string {
  const { name, alignment } = cx.cell
  const body = cx.inner(element, indent)
  let { attributes } = element
  if (alignment !== 'default') {
    const style = attributes.get('style')
    attributes = new Map(attributes).set(
      'style',
      `${style === undefined ? '' : `${style}; `}text-align: ${alignment}`,
    )
  }
  const { version, entity_output: form } = cx.options
  const shown = body === '' ? entityHtml(entityByName('nbsp', version)!, form) : body
  return blockHtml(name, attributes, shown, indent)
}

/** As MathJax takes it, or between dollar signs without an engine (converter/math_engine/mathjax.rb). */
function math(cx: HtmlContext, element: Element, indent: number): string {
  const { value, attributes } = element
  const isBlock = element.options.category === 'block'
  if (cx.options.math_engine === 'mathjax') {
    const escaped = escapeAll(value)
    const html = isBlock ? `\\[${escaped}\\]\n` : `\\(${escaped}\\)`
    if (attributes.size === 0) return html
    return isBlock ? blockHtml('div', attributes, html, indent) : spanHtml('span', attributes, `$${value}$`)
  }
  const className = attributes.get('class')
  const marked = new Map(attributes).set('class', className ? `${className} kdmath` : 'kdmath')
  return isBlock
    ? blockHtml('div', marked, `$$\n${value}\n$$`, indent)
    : spanHtml('span', marked, `$${value}$`)
}

const symbolEntities: Readonly<Record<string, readonly string[]>> = {
  mdash: ['mdash'],
  ndash: ['ndash'],
  hellip: ['hellip'],
  laquo_space: ['laquo', 'nbsp'],
  raquo_space: ['nbsp', 'raquo'],
  laquo: ['laquo'],
  raquo: ['raquo'],
}

function typographicSymbol(cx: HtmlContext, element: Element): string {
  const { typographic_symbols: symbols, entity_output: form, version } = cx.options
  const own = symbols[element.value]
  if (own !== undefined) return escapeText(own)
  return symbolEntities[element.value]!.map(name => entityHtml(entityByName(name, version)!, form)).join('')
}

const quotePlaces: Readonly<Record<string, number>> = { lsquo: 0, rsquo: 1, ldquo: 2, rdquo: 3 }

function smartQuote(cx: HtmlContext, element: Element): string {
  const wanted = cx.options.smart_quotes[quotePlaces[element.value]!]!
  const { version, entity_output: form } = cx.options
  const entity = /^\d+$/.test(wanted)
    ? entityByCodePoint(Number(wanted), version)
    : entityByName(wanted, version)
  return entity ? entityHtml(entity, form) : ''
}

function abbreviation(cx: HtmlContext, element: Element): string {
  const { abbreviations } = cx.root
  const definition =
    abbreviations.get(element.value) ?? abbreviations.get(element.value.replace(/[\s\p{Z}]+/gu, ' '))
  const attributes = new Map(definition?.mark.attributes)
  if (definition && definition.text !== '') attributes.set('title', definition.text)
  return spanHtml('abbr', attributes, element.value)
}
