import { type Span, type TextEdit, lineStarts, positionAt } from '../../text/index.ts'
import { splitFrontMatter } from '../front-matter.ts'
import { placeInPost } from '../paste/place-in-post.ts'
import { type LinkUse, readLinks } from '../references/index.ts'
import {
  type OwnAddress,
  type OwnDocument,
  type SiteAddress,
  formOf,
  keysOf,
  readOwnAddress,
  writeOwnAddress,
} from './own-address.ts'

/** A link of a post to a document of the site. */
export interface InboundLink {
  readonly span: Span
  /** From 1. */
  readonly line: number
  /** Its address as written. */
  readonly written: string
  readonly address: OwnAddress
}

export interface InboundOptions {
  readonly site: SiteAddress
  /** The document the links stand in, which some are relative to. */
  readonly from?: OwnDocument
}

/** Every link of a post to a document: of Markdown, in definitions, in HTML, and by the tags that Liquid follows. */
export function inboundLinks(source: string, target: OwnDocument, options: InboundOptions): InboundLink[] {
  const keys = new Set(keysOf(target))
  const starts = lineStarts(source)
  const found = new Map<number, InboundLink>()
  for (const { span, isLeft } of addressesIn(source)) {
    const written = source.slice(span.from, span.to)
    const address = readOwnAddress(written, options.site, options.from)
    if (!address || !keys.has(address.key) || isLeft?.()) continue
    if ([...found.values()].some(link => link.span.from <= span.from && span.to <= link.span.to)) continue
    const { line } = positionAt(starts, span.from)
    found.set(span.from, { span, line, written, address })
  }
  return [...found.values()].toSorted((a, b) => a.span.from - b.span.from)
}

interface FoundAddress {
  readonly span: Span
  /** Asked last, as it takes a moment: it stands in a sample of code, and means nothing. */
  readonly isLeft?: () => boolean
}

function addressesIn(source: string): FoundAddress[] {
  const { definitions, uses } = readLinks(source)
  const { body } = splitFrontMatter(source)
  const inBody = (pattern: RegExp): RegExpExecArray[] =>
    [...source.matchAll(pattern)].filter(({ index }) => index >= body.from)
  const unread = inBody(/\{%-?\s*(raw|comment)\b[\s\S]*?\{%-?\s*end\1\s*-?%\}/g).map(spanOf)
  const highlighted = inBody(/\{%-?\s*highlight\b[\s\S]*?\{%-?\s*endhighlight\s*-?%\}/g).map(spanOf)
  const isIn = (spans: readonly Span[], at: number): boolean =>
    spans.some(span => span.from <= at && at < span.to)
  const inHtml = inBody(/\bhref\s*=\s*(["'])(.*?)\1/gs).map(match => {
    const from = match.index + match[0].length - 1 - match[2]!.length
    const isLeft = (): boolean =>
      isIn([...unread, ...highlighted], from) || placeInPost(source, match.index) === 'code'
    return { span: { from, to: from + match[2]!.length }, isLeft }
  })
  const tags = inBody(/\{%-?\s*(?:post_url|link)\s+[^\s%]+\s*-?%\}/g)
    .map(spanOf)
    .map(span => ({ span, isLeft: () => isIn(unread, span.from) }))
  return [
    ...definitions.map(({ urlSpan }) => ({ span: urlSpan })),
    ...uses.flatMap(use => addressOf(source, use) ?? []),
    ...inHtml,
    ...tags,
  ]
}

function spanOf({ index, 0: text }: RegExpExecArray): Span {
  return { from: index, to: index + text.length }
}

/** Of a link that carries its address. */
function addressOf(source: string, { type, style, url, span, tailSpan }: LinkUse): FoundAddress | undefined {
  if (type === 'image' || (style !== 'inline' && style !== 'auto')) return undefined
  const from = source.indexOf(url, style === 'inline' ? tailSpan.from : span.from)
  return from < 0 || from + url.length > span.to ? undefined : { span: { from, to: from + url.length } }
}

/** What leads a link to where the document is about to be; undefined where it leads there as it is. */
export function redirectLink(
  { span, written, address }: InboundLink,
  before: OwnDocument,
  after: OwnDocument,
  from?: OwnDocument,
): TextEdit | undefined {
  const insert = byTag(address)
    ? written.replace(address.name, () => renamed(address, before.path, after.path))
    : byForm(address, before, after, from)
  return insert === undefined || insert === written ? undefined : { ...span, insert }
}

function byTag({ form }: OwnAddress): boolean {
  return form.names === 'post_url' || form.names === 'link'
}

/** `link` names a file by its whole path; `post_url` by its name, with its folder or without. */
function renamed({ form, name }: OwnAddress, before: string, after: string): string {
  return form.names === 'link' ? after : name.replace(stemOf(before), () => stemOf(after))
}

function byForm(
  address: OwnAddress,
  before: OwnDocument,
  after: OwnDocument,
  from: OwnDocument | undefined,
): string | undefined {
  const path = writeOwnAddress(formOf(address, before), after, from)
  return path === undefined ? undefined : path + address.tail
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '')
}
