import type { Span } from '../../text/index.ts'
import type { Root } from '../document.ts'
import type { Element } from '../element.ts'
import type { Options } from '../options.ts'
import { defaultOptions } from '../options.ts'
import { codeSettings } from './code.ts'
import type { Highlight, HtmlContext } from './context.ts'
import { type ConvertedType, FOOTNOTES_MARK, TOC_MARK, htmlConverters } from './elements.ts'
import { footnotesHtml } from './footnotes.ts'
import { tocHtml } from './toc.ts'

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
  return toHtmlBlocks(root, options)
    .map(block => block.html)
    .join('')
}

/**
 * The HTML of a document block by block: each top-level block with the blank lines after it. The footnotes come
 * last, with an empty span at the end, unless a list gives way to them.
 */
export function toHtmlBlocks(root: Root, options: HtmlOptions = {}): HtmlBlock[] {
  const cx = createContext(root, options)
  const blocks: { html: string; span: Span }[] = []
  cx.parents.push(root)
  for (const child of root.children) {
    const html = cx.convert(child, 0)
    const last = blocks[blocks.length - 1]
    if (child.type === 'blank' && last) last.html += html
    else if (html !== '') blocks.push({ html, span: child.span })
  }
  cx.parents.pop()
  const footnotes = footnotesHtml(cx)
  if (cx.footnotePlace) replaceFirst(blocks, FOOTNOTES_MARK, footnotes)
  else if (footnotes !== '') blocks.push({ html: footnotes, span: { from: root.span.to, to: root.span.to } })
  if (cx.tocPlace) replaceFirst(blocks, TOC_MARK, tocHtml(cx, cx.tocPlace))
  return blocks
}

function replaceFirst(blocks: readonly { html: string }[], mark: string, html: string): void {
  const block = blocks.find(candidate => candidate.html.includes(mark))
  if (block) block.html = block.html.replace(mark, () => html)
}

function createContext(root: Root, { highlight, ...options }: HtmlOptions): HtmlContext {
  const parents: Element[] = []
  const all: Options = { ...defaultOptions, ...options, ...root.inlineOptions }
  const cx: HtmlContext = {
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
    convert: (element, indent) => htmlConverters[element.type as ConvertedType](cx, element, indent),
    inner: (element, indent) => {
      let html = ''
      parents.push(element)
      for (const child of element.children) html += cx.convert(child, indent + INDENT)
      parents.pop()
      return html
    },
  }
  return cx
}
