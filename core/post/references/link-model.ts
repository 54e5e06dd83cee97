import {
  type Element,
  type LinkDefinition,
  type LinkDetails,
  jekyllOptions,
  normaliseLinkId,
  parse,
} from '../../kramdown/index.ts'
import { type Span, sliceSpan } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'

/** `[label]: url "title"`, as it stands in the post. */
export interface Definition {
  readonly label: string
  /** As kramdown compares labels: lower case, runs of white space one space. */
  readonly id: string
  readonly url: string
  readonly title: string | undefined
  /** The whole definition, its line ending excluded. */
  readonly span: Span
  readonly labelSpan: Span
  readonly urlSpan: Span
  /** Another definition of the same label follows, and kramdown takes that one. */
  readonly overruled: boolean
}

/** A link or picture of the post. */
export interface LinkUse {
  readonly type: 'link' | 'image'
  readonly style: LinkDetails['style']
  /** As written, without markup characters around it. */
  readonly text: string
  /** As written; the text itself for `[text][]` and `[text]`; undefined for links that carry their address. */
  readonly label: string | undefined
  /** Where it leads, from the definition or the link itself. */
  readonly url: string
  readonly span: Span
  /** The label between its brackets. */
  readonly labelSpan: Span | undefined
}

/** Links and definitions of a post, in the order of the source. Spans are offsets in the whole source. */
export interface LinkModel {
  readonly definitions: readonly Definition[]
  readonly uses: readonly LinkUse[]
  /** The definition kramdown takes for a label, however it is written. */
  readonly find: (label: string) => Definition | undefined
}

/** Reads the links of a post from kramdown's own tree, so that what counts as one is what Jekyll makes one. */
export function readLinks(source: string): LinkModel {
  const { body } = splitFrontMatter(source)
  const { root } = parse(sliceSpan(source, body), jekyllOptions)
  const shift = body.from
  const links = root.definitions.filter(definition => definition.type === 'link_definition')
  const last = new Map(links.map(definition => [definition.id, definition]))
  const definitions = links.map(definition =>
    toDefinition(definition, shift, last.get(definition.id) !== definition),
  )
  const counting = new Map(definitions.filter(each => !each.overruled).map(each => [each.id, each]))
  return {
    definitions,
    uses: linkElements(root).map(element => toUse(source, element, shift)),
    find: label => counting.get(normaliseLinkId(label)),
  }
}

function toDefinition(definition: LinkDefinition, shift: number, overruled: boolean): Definition {
  return {
    label: definition.label,
    id: definition.id,
    url: definition.url,
    title: definition.title,
    span: shifted(definition.span, shift),
    labelSpan: shifted(definition.labelSpan, shift),
    urlSpan: shifted(definition.urlSpan, shift),
    overruled,
  }
}

/** All links and pictures below an element, footnotes included, in the order of the source. */
function linkElements(root: Element): Element[] {
  const found: Element[] = []
  const seen = new Set<Element>()
  const open: Element[] = [root]
  for (let element = open.pop(); element; element = open.pop()) {
    if (seen.has(element)) continue
    seen.add(element)
    if (element.options.link) found.push(element)
    if (element.options.footnote) open.push(element.options.footnote.content)
    open.push(...element.children)
  }
  return found.toSorted((a, b) => a.span.from - b.span.from || b.span.to - a.span.to)
}

function toUse(source: string, element: Element, shift: number): LinkUse {
  const link = element.options.link!
  const span = shifted(element.span, shift)
  const isImage = element.type === 'img'
  const bracketed = link.labelSpan && shifted(link.labelSpan, shift)
  const labelSpan = link.style === 'inline' || link.style === 'auto' ? undefined : bracketed
  return {
    type: isImage ? 'image' : 'link',
    style: link.style,
    text: textOf(source, span, bracketed, link.style, isImage),
    label: labelSpan && sliceSpan(source, labelSpan),
    url: element.attributes.get(isImage ? 'src' : 'href') ?? '',
    span,
    labelSpan,
  }
}

/** `full` writes its label in brackets of its own, after those of the text. */
function textOf(
  source: string,
  span: Span,
  bracketed: Span | undefined,
  style: LinkDetails['style'],
  isImage: boolean,
): string {
  if (!bracketed) return ''
  if (style !== 'full') return sliceSpan(source, bracketed)
  return source.slice(span.from + (isImage ? 2 : 1), source.lastIndexOf(']', bracketed.from - 2))
}

function shifted(span: Span, by: number): Span {
  return { from: span.from + by, to: span.to + by }
}
