import { type Attributes, type Element, type ElementType, createElement, setAttribute } from '../element.ts'
import { voidElements } from '../markup/elements.ts'
import { entityByCodePoint, entityByName } from '../markup/entities.ts'
import { codeblockHtml, codespanHtml } from './code.ts'
import { type Convert, type HtmlContext, endsLine, write, writeAround } from './context.ts'
import { entityHtml } from './entity-output.ts'
import { attributesHtml, blockHtml, escapeAll, escapeText, spaces, spanHtml, startTag } from './escape.ts'
import { writeFootnoteMarker } from './footnotes.ts'
import { termId, uniqueId } from './header-ids.ts'

/** With the content on lines of its own. */
const indentedBlock: Convert = (cx, element, indent) => {
  const { type, attributes } = element
  const start = `${spaces(indent)}${startTag(type, attributes)}\n`
  writeAround(cx, start, element, indent, `${spaces(indent)}</${type}>\n`)
}

const span: Convert = (cx, element, indent) =>
  writeAround(cx, startTag(element.type, element.attributes), element, indent, `</${element.type}>`)

/** For nodes whose HTML does not depend on their children. */
function leaf(html: (cx: HtmlContext, element: Element, indent: number) => string): Convert {
  return (cx, element, indent) => write(cx, html(cx, element, indent))
}

function writeBlock(
  cx: HtmlContext,
  name: string,
  attributes: Attributes,
  element: Element,
  indent: number,
): void {
  writeAround(cx, spaces(indent) + startTag(name, attributes), element, indent, `</${name}>\n`)
}

/** The root is put together by toHtmlBlocks; the other two are gone when a document has been read. */
export type ConvertedType = Exclude<ElementType, 'root' | 'raw_text' | 'eob'>

/** How each node becomes HTML (converter/html.rb). */
export const htmlConverters: Readonly<Record<ConvertedType, Convert>> = {
  blank: leaf(() => '\n'),
  p: paragraph,
  header,
  blockquote: indentedBlock,
  codeblock: leaf(codeblockHtml),
  ul: list,
  ol: list,
  li: listItem,
  dl: indentedBlock,
  dt: term,
  dd: listItem,
  hr: leaf((_cx, element, indent) => `${spaces(indent)}<hr${attributesHtml(element.attributes)} />\n`),
  table: indentedBlock,
  thead: indentedBlock,
  tbody: indentedBlock,
  tfoot: indentedBlock,
  tr: tableRow,
  td: tableCell,
  math: leaf(math),
  html_element: htmlElement,
  xml_comment: leaf(markup),
  xml_pi: leaf(markup),
  comment: leaf((_cx, element, indent) =>
    element.options.category === 'block'
      ? `${spaces(indent)}<!-- ${element.value} -->\n`
      : `<!-- ${element.value} -->`,
  ),
  raw: leaf((_cx, element) => {
    const { rawFor, category } = element.options
    if (rawFor && rawFor.length > 0 && !rawFor.includes('html')) return ''
    return element.value + (category === 'block' ? '\n' : '')
  }),
  text: leaf(text),
  br: leaf(() => '<br />'),
  a: span,
  img: leaf((_cx, element) => `<img${attributesHtml(element.attributes)} />`),
  codespan: leaf(codespanHtml),
  footnote: writeFootnoteMarker,
  em: span,
  strong: span,
  entity: leaf((cx, element) =>
    entityHtml(element.options.entity!, cx.options.entity_output, element.options.entity!.original),
  ),
  typographic_sym: leaf(typographicSymbol),
  smart_quote: leaf(smartQuote),
  abbreviation: leaf(abbreviation),
}

const cjkLineBreak =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\n(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu

function text(cx: HtmlContext, element: Element): string {
  const escaped = element.options.cdata ? escapeAll(element.value) : escapeText(element.value)
  return cx.options.remove_line_breaks_for_cjk ? escaped.replace(cjkLineBreak, '') : escaped
}

function paragraph(cx: HtmlContext, element: Element, indent: number): void {
  if (element.options.transparent) {
    cx.inner(cx, element, indent)
    return
  }
  const [only] = element.children
  if (element.children.length === 1 && only!.type === 'img' && only!.ial?.references.includes('standalone'))
    write(cx, figure(element, only!, indent))
  else writeBlock(cx, 'p', element.attributes, element, indent)
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
  return `${spaces(indent)}${startTag('figure', figureAttributes)}\n${body}${spaces(indent)}</figure>\n`
}

function header(cx: HtmlContext, element: Element, indent: number): void {
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
  const shown = children === element.children ? element : { ...element, children }
  writeBlock(cx, `h${outputLevel}`, attributes, shown, indent)
}

function isInToc(cx: HtmlContext, element: Element): boolean {
  if (!cx.options.toc_levels.includes(element.options.level!)) return false
  return !/(?<!\w)no_toc(?!\w)/.test(element.attributes.get('class') ?? '')
}

/** The first list referring to `toc` or `footnotes` gives way to what it names. */
function list(cx: HtmlContext, element: Element, indent: number): void {
  const references = element.ial?.references
  if (references && !cx.tocPlace && references.includes('toc')) {
    cx.tocPlace = element
    write(cx, TOC_MARK)
  } else if (references && !cx.footnotePlace && references.includes('footnotes')) {
    cx.footnotePlace = element
    write(cx, FOOTNOTES_MARK)
  } else indentedBlock(cx, element, indent)
}

/** Stand in the HTML until what they stand for is known; no text holds the like of them. */
export const TOC_MARK = '\u0000\uFDD0toc\uFDD1\u0000'
export const FOOTNOTES_MARK = '\u0000\uFDD0footnotes\uFDD1\u0000'

function listItem(cx: HtmlContext, element: Element, indent: number): void {
  const [first] = element.children
  const start = spaces(indent) + startTag(element.type, element.attributes)
  const end = `</${element.type}>\n`
  if (first && !(first.type === 'p' && first.options.transparent)) {
    writeAround(cx, `${start}\n`, element, indent, spaces(indent) + end)
    return
  }
  cx.out.push(start)
  const from = cx.out.length
  cx.inner(cx, element, indent)
  cx.out.push(endsLine(cx, from) ? spaces(indent) + end : end)
}

function term(cx: HtmlContext, element: Element, indent: number): void {
  let { attributes } = element
  const parent = cx.parents[cx.parents.length - 1]
  const id = attributes.has('id') ? undefined : termId(parent?.ial?.references, element.options.rawText ?? '')
  if (id !== undefined) attributes = new Map(attributes).set('id', id)
  writeBlock(cx, 'dt', attributes, element, indent)
}

/** Inside raw HTML nothing is indented and no line is added. */
function isInRawHtml(cx: HtmlContext): boolean {
  const parent = cx.parents[cx.parents.length - 1]
  return parent?.type === 'html_element' && parent.options.contentModel === 'raw'
}

function htmlElement(cx: HtmlContext, element: Element, indent: number): void {
  const { out } = cx
  const name = element.value
  const isSpan = element.options.category === 'span'
  const raw = !isSpan && isInRawHtml(cx)
  const start = `${isSpan || raw ? '' : spaces(indent)}<${name}${attributesHtml(element.attributes)}`
  const at = out.length
  out.push(start)
  cx.inner(cx, element, indent)
  const { contentModel, closed } = element.options
  if (isSpan) closeSpan(cx, name, start, at)
  else if (closed && contentModel === 'raw') {
    out.length = at + 1
    out[at] = `${start} />`
  } else closeBlock(cx, element, start, at, indent)
  if (!isSpan && !raw) out.push('\n')
}

/** @param at where in the pieces the start stands, whose form depends on what follows it */
function closeSpan({ out }: HtmlContext, name: string, start: string, at: number): void {
  if (out.length === at + 1 && voidElements.has(name)) out[at] = `${start} />`
  else {
    out[at] = `${start}>`
    out.push(`</${name}>`)
  }
}

function closeBlock(cx: HtmlContext, element: Element, start: string, at: number, indent: number): void {
  const { out } = cx
  const name = element.value
  if (out.length === at + 1) out[at] = voidElements.has(name) ? `${start} />` : `${start}></${name}>`
  else if (element.options.contentModel === 'block') {
    out[at] = `${start}>\n`
    out.push(`${endsLine(cx, at + 1) ? '' : '\n'}${spaces(indent)}</${name}>`)
  } else {
    out[at] = `${start}>`
    out.push(`</${name}>`)
  }
}

function markup(cx: HtmlContext, element: Element, indent: number): string {
  if (element.options.category !== 'block' || isInRawHtml(cx)) return element.value
  return `${spaces(indent)}${element.value}\n`
}

function tableRow(cx: HtmlContext, row: Element, indent: number): void {
  const [table, section] = cx.parents.slice(-2)
  const name = section?.type === 'thead' ? 'th' : 'td'
  write(cx, `${spaces(indent)}${startTag('tr', row.attributes)}\n`)
  cx.parents.push(row)
  for (const [index, cell] of row.children.entries()) {
    cx.cell = { name, alignment: table?.options.alignment?.[index] ?? 'default' }
    cx.convert(cx, cell, indent + 2)
  }
  cx.parents.pop()
  write(cx, `${spaces(indent)}</tr>\n`)
}

function tableCell(cx: HtmlContext, element: Element, indent: number): void {
  const { name, alignment } = cx.cell
  let { attributes } = element
  if (alignment !== 'default') {
    const style = attributes.get('style')
    attributes = new Map(attributes).set(
      'style',
      `${style === undefined ? '' : `${style}; `}text-align: ${alignment}`,
    )
  }
  const { version, entity_output: form } = cx.options
  cx.out.push(spaces(indent) + startTag(name, attributes))
  const from = cx.out.length
  cx.inner(cx, element, indent)
  if (cx.out.length === from) write(cx, entityHtml(entityByName('nbsp', version)!, form))
  cx.out.push(`</${name}>\n`)
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
