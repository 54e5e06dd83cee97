import type { Span } from '../text/index.ts'
import type { AttributeList } from './attributes/attribute-list.ts'
import type { SourceText } from './source-text.ts'

/**
 * The nodes of a kramdown document; kramdown's own element types and names (lib/kramdown/element.rb).
 *
 * Content models: *blocks* holds block nodes, *spans* holds span nodes, *rows*… say which children to expect,
 * *none* means the node is described by its `value` and details alone.
 */
export type ElementType =
  // structure
  | 'root' // blocks
  | 'blank' // none: one or more blank lines
  | 'p' // spans; `transparent` when its tags are left out (tight list items)
  | 'header' // spans; `level`, `rawText`
  | 'blockquote' // blocks
  | 'codeblock' // none: `value` is the code; `language`, `fenced`
  | 'ul' // li
  | 'ol' // li
  | 'li' // blocks
  | 'dl' // dt and dd
  | 'dt' // spans; `rawText`
  | 'dd' // blocks
  | 'hr' // none
  | 'table' // thead, tbody, tfoot; `alignment`
  | 'thead' // tr
  | 'tbody' // tr
  | 'tfoot' // tr
  | 'tr' // td
  | 'td' // spans
  // block or span, see `category`
  | 'math' // none: `value` is the LaTeX
  | 'html_element' // by `contentModel`; `value` is the tag's name
  | 'xml_comment' // none: `value` is the whole comment
  | 'xml_pi' // none: `value` is the whole instruction
  | 'comment' // none: `value` is the text of `{::comment}`
  | 'raw' // none: `value` is put out as it is
  // spans
  | 'text' // none
  | 'br' // none
  | 'a' // spans; `link`
  | 'img' // none; `link`
  | 'codespan' // none: `value` is the code
  | 'footnote' // none: `value` is the footnote's name; `footnote` its definition
  | 'em' // spans
  | 'strong' // spans
  | 'entity' // none: `value` is the character; `entity`
  | 'typographic_sym' // none: `value` is kramdown's name, such as `mdash`
  | 'smart_quote' // none: `value` is `lsquo`, `rsquo`, `ldquo` or `rdquo`
  | 'abbreviation' // none: `value` is the abbreviation as written
  // only while parsing
  | 'raw_text' // text the span parser has not seen yet
  | 'eob' // an end-of-block mark, or the place of a definition or attribute list

export type Attributes = ReadonlyMap<string, string>

/** What the content of an HTML element is read as. */
export type ContentModel = 'block' | 'span' | 'raw'

export type Alignment = 'default' | 'left' | 'right' | 'center'

/** How a link or image names its address. */
export interface LinkDetails {
  /** `inline` has its address in parentheses, `full` a label in brackets after it, `auto` is `<…>`. */
  readonly style: 'inline' | 'full' | 'collapsed' | 'shortcut' | 'auto'
  /** Where `full` writes its label, the others their text: without brackets. */
  readonly labelSpan?: Span
  /** The definition's normalised label. */
  readonly label?: string
}

export interface EntityDetails {
  readonly codePoint: number
  readonly name: string | undefined
  /** As written in the source; absent where kramdown made it from something else. */
  readonly original: string | undefined
}

/**
 * One node. `span` is where it stands in the source given to `parse`, also inside lists and quotes; nodes made
 * of several stretches of text span from the first to the last.
 */
export interface Element {
  type: ElementType
  span: Span
  value: string
  attributes: Attributes
  children: Element[]
  /** The attribute lists `{: …}` that apply, with the names they refer to. */
  ial: AttributeList | undefined
  /** Everything only some types have. */
  options: Readonly<ElementOptions>
}

export interface ElementOptions {
  category?: 'block' | 'span'
  transparent?: boolean
  level?: number
  rawText?: string
  language?: string
  fenced?: boolean
  alignment?: Alignment[]
  contentModel?: ContentModel
  closed?: boolean
  link?: LinkDetails
  entity?: EntityDetails
  footnote?: FootnoteDefinition
  /** Converters a `{::nomarkdown}` is meant for; empty means all. */
  rawFor?: readonly string[]
  /** 2.5: the `<![CDATA[` section this text came from is put out without its marks. */
  cdata?: boolean
  /** Of a text put together from several places: pairs of offsets in it and in the source. */
  pieces?: number[]
  /** Only while parsing: the text still to be read. */
  raw?: SourceText
}

/** `[label]: url "title"`. The last definition of a label is the one links use. */
export interface LinkDefinition {
  readonly type: 'link_definition'
  readonly span: Span
  readonly labelSpan: Span
  readonly urlSpan: Span
  readonly titleSpan: Span | undefined
  /** As written. */
  readonly label: string
  /** As compared: white space runs are one space, lower case. */
  readonly id: string
  readonly url: string
  readonly title: string | undefined
  /** The mark in the tree that a following attribute list is attached to. */
  readonly mark: Element
}

/** `[^name]: text`. */
export interface FootnoteDefinition {
  readonly type: 'footnote_definition'
  readonly span: Span
  readonly name: string
  readonly content: Element
  readonly mark: Element
  /** How many markers stand in the text. */
  markers: number
}

/** `*[abbreviation]: text`. */
export interface AbbreviationDefinition {
  readonly type: 'abbreviation_definition'
  readonly span: Span
  readonly abbreviation: string
  readonly text: string
  readonly mark: Element
}

/** `{:name: …}`. */
export interface AttributeListDefinition {
  readonly type: 'attribute_list_definition'
  readonly span: Span
  readonly name: string
}

export type Definition =
  | LinkDefinition
  | FootnoteDefinition
  | AbbreviationDefinition
  | AttributeListDefinition

const noAttributes: Attributes = new Map()
const noChildren: Element[] = []
Object.freeze(noChildren)
const noOptions: ElementOptions = Object.freeze({})

export function createElement(type: ElementType, span: Span, value = ''): Element {
  return { type, span, value, attributes: noAttributes, children: [], ial: undefined, options: noOptions }
}

/** A node that never has children. */
export function createLeaf(type: ElementType, span: Span, value = ''): Element {
  return {
    type,
    span,
    value,
    attributes: noAttributes,
    children: noChildren,
    ial: undefined,
    options: noOptions,
  }
}

/** A text node; most nodes are. Leaves share what they have none of. */
export function createText(span: Span, value: string): Element {
  return {
    type: 'text',
    span,
    value,
    attributes: noAttributes,
    children: noChildren,
    ial: undefined,
    options: noOptions,
  }
}

/** Text the span parser has still to read. */
export function createRawText(raw: SourceText): Element {
  return {
    type: 'raw_text',
    span: raw.span(0, raw.text.length),
    value: '',
    attributes: noAttributes,
    children: noChildren,
    ial: undefined,
    options: { raw },
  }
}

/**
 * Adds a child. The list of an only child is made to measure: pushing to an empty list reserves room for many, and
 * most nodes have one child.
 */
export function appendChild(parent: Element, child: Element): void {
  if (parent.children.length === 0) parent.children = [child]
  else parent.children.push(child)
}

/** Adds details to a node. */
export function setOptions(element: Element, options: ElementOptions): void {
  element.options = element.options === noOptions ? options : { ...element.options, ...options }
}

export function setAttribute(element: Element, name: string, value: string): void {
  writableAttributes(element).set(name, value)
}

export function deleteAttribute(element: Element, name: string): void {
  if (element.attributes.has(name)) writableAttributes(element).delete(name)
}

function writableAttributes(element: Element): Map<string, string> {
  if (element.attributes === noAttributes) element.attributes = new Map()
  return element.attributes as Map<string, string>
}

const blockTypes: ReadonlySet<ElementType> = new Set([
  'blank',
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
  'td',
  'hr',
])

/** Whether kramdown counts a node among the blocks (Element::CATEGORY; others say it in their options). */
export function isBlock(element: Element): boolean {
  return blockTypes.has(element.type) || element.options.category === 'block'
}
