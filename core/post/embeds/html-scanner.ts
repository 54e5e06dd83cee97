import type { Span } from '../../text/index.ts'

export interface HtmlAttribute {
  /** Character references decoded. */
  readonly value: string
  /** Where the raw value stands, quotes left out. */
  readonly span: Span
}

export interface HtmlTag {
  /** In lower case. */
  readonly name: string
  readonly closing: boolean
  readonly selfClosing: boolean
  readonly span: Span
  /** By name in lower case; the first of a name counts. */
  readonly attributes: ReadonlyMap<string, HtmlAttribute>
}

/** HTML source cut into its tags. */
export interface HtmlPage {
  readonly source: string
  readonly tags: readonly HtmlTag[]
  /** For each tag the index of the one that closes its element; its own index where nothing does. */
  readonly closings: readonly number[]
}

const longestTag = 20_000
const rawText = new Set(['script', 'style', 'textarea', 'title', 'xmp'])
const voidElements = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

/**
 * Finds the tags of HTML that people wrote by hand, in Markdown and Liquid alike. Never fails: what is no tag is text.
 *
 * As in the HTML standard's tokenizer, except that Liquid inside a value (`src="{{ "x" | relative_url }}"`) is part of
 * it, and that nothing is built: a list of tags with offsets is all that recognising needs.
 */
export function scanHtml(source: string, from = 0, to = source.length): HtmlPage {
  const tags: HtmlTag[] = []
  const start = /<!--|<(\/?)([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])/g
  start.lastIndex = from
  let commentsEnd: boolean = true
  const unended = new Set<string>()
  for (let match = start.exec(source); match && match.index < to; match = start.exec(source)) {
    if (match[0] === '<!--') {
      const end: number = commentsEnd ? source.indexOf('-->', match.index + 4) : -1
      commentsEnd = end >= 0 && end < to
      // kramdown takes a comment that nothing ends as text.
      if (commentsEnd) start.lastIndex = end + 3
      continue
    }
    const tag = readTag(source, to, match.index, match[2]!.toLowerCase(), match[1] === '/')
    if (!tag) continue
    tags.push(tag)
    start.lastIndex = tag.span.to
    if (!tag.closing && !tag.selfClosing && rawText.has(tag.name))
      start.lastIndex = rawTextEnd(source, tag, to, unended)
  }
  return htmlPage(source, tags)
}

/** A page of the given tags, with the pairs they make. */
export function htmlPage(source: string, tags: readonly HtmlTag[]): HtmlPage {
  const closings = tags.map((_, index) => index)
  const open = new Map<string, number[]>()
  for (const [index, tag] of tags.entries()) {
    if (tag.closing) {
      const opened = open.get(tag.name)?.pop()
      if (opened !== undefined) closings[opened] = index
    } else if (!tag.selfClosing && !voidElements.has(tag.name)) {
      const stack = open.get(tag.name)
      if (stack) stack.push(index)
      else open.set(tag.name, [index])
    }
  }
  return { source, tags, closings }
}

/** The index of the tag that closes the element opened at `index`; the index itself where nothing closes it. */
export function closingTag(page: HtmlPage, index: number): number {
  return page.closings[index]!
}

/**
 * Where the text of a script or style ends; right behind its tag where nothing closes it.
 *
 * @param unended names that nothing further on closes, so that they are looked for once
 */
function rawTextEnd(source: string, tag: HtmlTag, to: number, unended: Set<string>): number {
  if (unended.has(tag.name)) return tag.span.to
  const close = new RegExp(`</${tag.name}[\\s/>]`, 'gi')
  close.lastIndex = tag.span.to
  const found = close.exec(source)
  if (found && found.index < to) return found.index
  unended.add(tag.name)
  return tag.span.to
}

/** An attribute's decoded value; empty where the tag has none. */
export function attribute(tag: HtmlTag, name: string): string {
  return tag.attributes.get(name)?.value ?? ''
}

/** Whether the `class` attribute holds a word. */
export function hasClass(tag: HtmlTag, name: string): boolean {
  return attribute(tag, 'class').split(/\s+/).includes(name)
}

/** Text with the character references that occur in addresses and titles decoded. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos|nbsp|sol|colon));/g,
    (whole, decimal, hex, name) => {
      if (name) return namedEntities[name as string]!
      const code = decimal ? Number(decimal) : Number.parseInt(hex as string, 16)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : (whole as string)
    },
  )
}

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
  sol: '/',
  colon: ':',
}

function readTag(
  source: string,
  to: number,
  from: number,
  name: string,
  closing: boolean,
): HtmlTag | undefined {
  const attributes = new Map<string, HtmlAttribute>()
  let at = from + (closing ? 2 : 1) + name.length
  while (at < to) {
    at = skip(source, at, to, /[\s/]/)
    if (source[at] === '>') {
      const selfClosing = source[at - 1] === '/'
      return { name, closing, selfClosing, span: { from, to: at + 1 }, attributes }
    }
    // A tag inside a tag is a sign that the first was never finished.
    if (source[at] === '<' || at - from > longestTag) return undefined
    const named = /[^\s=>/]+/y
    named.lastIndex = at
    const word = named.exec(source)?.[0]
    if (word === undefined) {
      at++
      continue
    }
    at += word.length
    const equals = skip(source, at, to, /\s/)
    if (source[equals] !== '=') {
      keep(attributes, word, '', { from: at, to: at })
      continue
    }
    const span = valueSpan(source, skip(source, equals + 1, to, /\s/), to)
    keep(attributes, word, source.slice(span.from, span.to), span)
    at =
      /["']/.test(source[span.to] ?? '') && source[span.from - 1] === source[span.to] ? span.to + 1 : span.to
  }
  return undefined
}

function keep(attributes: Map<string, HtmlAttribute>, name: string, raw: string, span: Span): void {
  const key = name.toLowerCase()
  if (!attributes.has(key)) attributes.set(key, { value: decodeEntities(raw), span })
}

function skip(source: string, at: number, to: number, pattern: RegExp): number {
  let next = at
  while (next < to && pattern.test(source[next]!)) next++
  return next
}

/** The raw value that starts at an offset: quoted with either quote, or up to white space or `>`. */
function valueSpan(source: string, at: number, to: number): Span {
  const quote = source[at]
  const quoted = quote === '"' || quote === "'"
  let end = quoted ? at + 1 : at
  const from = end
  while (end < to) {
    const liquid = source.startsWith('{{', end) ? '}}' : source.startsWith('{%', end) ? '%}' : undefined
    const liquidEnd = liquid ? source.indexOf(liquid, end + 2) : -1
    if (liquidEnd >= 0 && liquidEnd < to) end = liquidEnd + 2
    else if (quoted ? source[end] === quote : /[\s>]/.test(source[end]!)) break
    else end++
  }
  return { from, to: Math.min(end, to) }
}
