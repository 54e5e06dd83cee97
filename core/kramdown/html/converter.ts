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
    endsLine: false,
    inner: (element, indent) => innerHtml(cx, element, indent + INDENT),
  }
  return cx
}

function innerHtml(cx: HtmlContext, element: Element, indent: number): string {
  let html = ''
  let last = ''
  let lastChild: Element | undefined
  cx.parents.push(element)
  for (const child of element.children) {
    const part = cx.convert(child, indent)
    if (part === '') continue
    html += part
    last = part
    lastChild = child
  }
  cx.parents.pop()
  cx.endsLine = lastChild !== undefined && endsLine(lastChild, last, element)
  return html
}

/** Up to this many characters it costs nothing to look at the end of what was put together. */
const SHORT = 200

/**
 * Whether HTML ends with a newline. Looking at the last character of a long string that was just put together copies
 * all of it, at every level of nesting; what kind of block it is tells as much.
 */
function endsLine({ type, options }: Element, html: string, parent: Element): boolean {
  if (html.length <= SHORT) return html.endsWith('\n')
  if (type === 'html_element') {
    const inRaw = parent.type === 'html_element' && parent.options.contentModel === 'raw'
    return options.category === 'block' && !inRaw
  }
  return linewise.has(type) && !options.transparent ? true : html.endsWith('\n')
}

const linewise: ReadonlySet<Element['type']> = new Set([
  'p',
  'header',
  'blockquote',
  'codeblock',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'table',
])
