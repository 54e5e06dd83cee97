import type { Span } from '../../text/index.ts'
import type { Root } from '../document.ts'
import type { Element } from '../element.ts'
import type { Options } from '../options.ts'
import { defaultOptions } from '../options.ts'
import { codeSettings } from './code.ts'
import { type Highlight, type HtmlContext, written } from './context.ts'
import { type ConvertedType, FOOTNOTES_MARK, TOC_MARK, htmlConverters } from './elements.ts'
import { writeFootnotes } from './footnotes.ts'
import { writeToc } from './toc.ts'

export interface HtmlOptions extends Partial<Options> {
  readonly highlight?: Highlight
}

/** The HTML of one block and where it stands in the source. */
export interface HtmlBlock {
  readonly html: string
  readonly span: Span
}

/** Tags inside another are indented by this many spaces. */
const INDENT = 2

/** The HTML of a document, to the byte as kramdown writes it. */
export function toHtml(root: Root, options: HtmlOptions = {}): string {
  const cx = createContext(root, options)
  cx.parents.push(root)
  for (const child of root.children) convertElement(cx, child, 0)
  cx.parents.pop()
  finish(cx)
  // Strings added up are put together when first looked at, and most are looked at by whoever they are sent to.
  let html = ''
  for (const piece of cx.out) html += piece
  return html
}

/**
 * The HTML of a document block by block: each top-level block with the blank lines after it. The footnotes come
 * last, with an empty span at the end, unless a list gives way to them.
 */
export function toHtmlBlocks(root: Root, options: HtmlOptions = {}): HtmlBlock[] {
  const cx = createContext(root, options)
  const blocks: { readonly span: Span; readonly from: number; to: number }[] = []
  cx.parents.push(root)
  for (const child of root.children) {
    const from = cx.out.length
    convertElement(cx, child, 0)
    const to = cx.out.length
    const last = blocks[blocks.length - 1]
    if (child.type === 'blank' && last) last.to = to
    else if (to > from) blocks.push({ span: child.span, from, to })
  }
  cx.parents.pop()
  const end = cx.out.length
  finish(cx)
  if (cx.out.length > end)
    blocks.push({ span: { from: root.span.to, to: root.span.to }, from: end, to: cx.out.length })
  return blocks.map(({ span, from, to }) => ({ html: cx.out.slice(from, to).join(''), span }))
}

/** Writes the footnotes, and puts them and the table of contents where a list gives way to them. */
function finish(cx: HtmlContext): void {
  if (cx.footnotePlace)
    replaceMark(
      cx,
      FOOTNOTES_MARK,
      written(cx, () => writeFootnotes(cx)),
    )
  else writeFootnotes(cx)
  const place = cx.tocPlace
  if (place)
    replaceMark(
      cx,
      TOC_MARK,
      written(cx, () => writeToc(cx, place)),
    )
}

function replaceMark({ out }: HtmlContext, mark: string, html: string): void {
  const index = out.findIndex(piece => piece.includes(mark))
  if (index >= 0) out[index] = out[index]!.replace(mark, () => html)
}

function createContext(root: Root, { highlight, ...options }: HtmlOptions): HtmlContext {
  const parents: Element[] = []
  const all: Options = { ...defaultOptions, ...options, ...root.inlineOptions }
  return {
    root,
    options: all,
    codeSettings: codeSettings(all.syntax_highlighter_opts),
    highlight,
    parents,
    usedIds: new Map(),
    toc: [],
    tocPlace: undefined,
    footnotePlace: undefined,
    cell: { name: 'td', alignment: 'default' },
    footnotes: new Map(),
    out: [],
    convert: convertElement,
    inner: convertInner,
  }
}

function convertElement(cx: HtmlContext, element: Element, indent: number): void {
  htmlConverters[element.type as ConvertedType](cx, element, indent)
}

function convertInner(cx: HtmlContext, element: Element, indent: number): void {
  const { children } = element
  if (children.length === 0) return
  cx.parents.push(element)
  for (const child of children) convertElement(cx, child, indent + INDENT)
  cx.parents.pop()
}
