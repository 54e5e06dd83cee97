import {
  type Element,
  type LinkDefinition,
  type LinkDetails,
  type Root,
  jekyllOptions,
  normaliseLinkId,
  parse,
} from '../../kramdown/index.ts'
import { type Span, sliceSpan } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import { type LiquidScope, type PublishedText, publishedText } from './published-text.ts'

/** `[label]: url "title"`, as it stands in the post. */
export interface Definition {
  readonly label: string
  /** As kramdown compares labels: lower case, runs of white space one space. */
  readonly id: string
  /** As written, Liquid included. */
  readonly url: string
  readonly title: string | undefined
  /** The whole definition, its line ending excluded. */
  readonly span: Span
  readonly labelSpan: Span
  readonly urlSpan: Span
  /** Another definition of the same label follows, and kramdown takes that one. */
  readonly overruled: boolean
  /** An attribute list `{: …}` belongs to it, and so to every link that uses it. */
  readonly hasAttributes: boolean
}

/** A link or picture of the post. */
export interface LinkUse {
  readonly type: 'link' | 'image'
  readonly style: LinkDetails['style']
  /** As written, without markup characters around it. */
  readonly text: string
  /** As written; the text itself for `[text][]` and `[text]`; undefined for links that carry their address. */
  readonly label: string | undefined
  /** Where it leads, from the definition or the link itself; as written, Liquid included. */
  readonly url: string
  readonly title: string | undefined
  readonly span: Span
  /** The text between its brackets. */
  readonly textSpan: Span
  /** The label between its brackets. */
  readonly labelSpan: Span | undefined
  /** What follows the bracket that closes the text: `(url)`, `[label]`, `[]` or nothing. */
  readonly tailSpan: Span
  /** The one it takes its address from. */
  readonly definition: Definition | undefined
}

/** Links and definitions of a post, in the order of the source. Spans are offsets in the whole source. */
export interface LinkModel {
  readonly definitions: readonly Definition[]
  readonly uses: readonly LinkUse[]
  /** The definition kramdown takes for a label, however it is written. */
  readonly find: (label: string) => Definition | undefined
  /** References nothing is defined for, as kramdown warns of them. */
  readonly undefined: readonly Span[]
  /** Where Liquid decides what is published, and how often. */
  readonly scopes: readonly LiquidScope[]
}

/** Reads the links of a post from kramdown's own tree, so that what counts as one is what Jekyll makes one. */
export function readLinks(source: string): LinkModel {
  const published = publishedText(source, splitFrontMatter(source).body)
  const { root, warnings } = parse(published.text, jekyllOptions)
  const links = root.definitions.filter(definition => definition.type === 'link_definition')
  const last = new Map(links.map(definition => [definition.id, definition]))
  const definitions = links.map(definition =>
    toDefinition(source, definition, published, last.get(definition.id) !== definition),
  )
  const counting = new Map(definitions.filter(each => !each.overruled).map(each => [each.id, each]))
  const find = (label: string): Definition | undefined => counting.get(normaliseLinkId(label))
  const findId = (id: string): Definition | undefined => counting.get(id)
  return {
    definitions,
    uses: linkElements(root).map(element => toUse(source, element, published, findId)),
    find,
    undefined: warnings
      .filter(({ code }) => code === 'link.missing-definition')
      .map(({ span }) => published.inSource(span)),
    scopes: published.scopes,
  }
}

function toDefinition(
  source: string,
  definition: LinkDefinition,
  { inSource }: PublishedText,
  overruled: boolean,
): Definition {
  const labelSpan = inSource(definition.labelSpan)
  const urlSpan = inSource(definition.urlSpan)
  const span = inSource(definition.span)
  const end = /[ \t]*(?:\r?\n)?$/.exec(sliceSpan(source, span))!.index
  return {
    label: sliceSpan(source, labelSpan),
    id: definition.id,
    url: sliceSpan(source, urlSpan),
    title: definition.titleSpan && sliceSpan(source, inSource(definition.titleSpan)),
    span: { from: span.from, to: span.from + end },
    labelSpan,
    urlSpan,
    overruled,
    hasAttributes: definition.mark.ial !== undefined,
  }
}

/** All links and pictures, those in footnotes nothing refers to included, in the order of the source. */
function linkElements(root: Root): Element[] {
  const found: Element[] = []
  const seen = new Set<Element>()
  const notes = root.definitions.filter(definition => definition.type === 'footnote_definition')
  const open: Element[] = [root, ...notes.map(note => note.content)]
  for (let element = open.pop(); element; element = open.pop()) {
    if (seen.has(element)) continue
    seen.add(element)
    if (element.options.link) found.push(element)
    if (element.options.footnote) open.push(element.options.footnote.content)
    open.push(...element.children)
  }
  return found.toSorted((a, b) => a.span.from - b.span.from || b.span.to - a.span.to)
}

function toUse(
  source: string,
  element: Element,
  { text, inSource }: PublishedText,
  findId: (id: string) => Definition | undefined,
): LinkUse {
  const link = element.options.link!
  const { style } = link
  const isImage = element.type === 'img'
  const span = inSource(element.span)
  const isReference = style !== 'inline' && style !== 'auto'
  const inText = textSpanIn(text, element, isImage)
  const textSpan = inSource(inText)
  const labelSpan = isReference && link.labelSpan ? inSource(link.labelSpan) : undefined
  const definition = link.label === undefined ? undefined : findId(link.label)
  const attribute = (name: string): string => element.attributes.get(name) ?? ''
  const written = (value: string): string => {
    const at = text.indexOf(value, inText.to)
    const found = at < 0 || at >= element.span.to ? undefined : { from: at, to: at + value.length }
    return found ? sliceSpan(source, inSource(found)) : value
  }
  const address = attribute(isImage ? 'src' : 'href')
  const title = element.attributes.get('title')
  return {
    type: isImage ? 'image' : 'link',
    style,
    text: sliceSpan(source, textSpan),
    label: labelSpan && sliceSpan(source, labelSpan),
    url: definition?.url ?? (style === 'inline' ? written(address) : address),
    title: definition ? definition.title : title === undefined ? undefined : written(title),
    span,
    textSpan,
    labelSpan,
    tailSpan: { from: Math.min(textSpan.to + 1, span.to), to: span.to },
    definition,
  }
}

/** Between the brackets of the text. `full` keeps the label in `labelSpan`, the other styles their text. */
function textSpanIn(text: string, element: Element, isImage: boolean): Span {
  const { style, labelSpan } = element.options.link!
  if (!labelSpan) return element.span
  if (style !== 'full') return labelSpan
  return {
    from: element.span.from + (isImage ? 2 : 1),
    to: text.lastIndexOf(']', labelSpan.from - 2),
  }
}
