import type { Span } from '../text/index.ts'

/**
 * Text to parse, and where each character of it came from.
 *
 * kramdown parses the inside of a list item or quote as a text of its own, with the indentation cut off. The map lets
 * a node found in there still say where it stands in the document.
 */
export class SourceText {
  readonly text: string
  /** Where the first character stands in the document. */
  private readonly base: number
  private readonly breaks: Breaks | undefined
  private last = 0

  /** @param breaks absent when the text stands in the document as it is */
  constructor(text: string, base: number, breaks?: Breaks) {
    this.text = text
    this.base = base
    this.breaks = breaks
  }

  /** Where the character at a local offset stands in the document. */
  originOf(offset: number): number {
    if (!this.breaks) return this.base + offset
    const { local, original } = this.breaks
    const index = this.indexAt(this.breaks, offset)
    if (index < 0) return Math.min(this.base + offset, original[0]!)
    const origin = original[index]! + offset - local[index]!
    const limit = original[index + 1]
    return limit !== undefined && origin > limit ? limit : origin
  }

  /** The document's stretch for a local one. */
  span(from: number, to: number): Span {
    const start = this.originOf(from)
    return { from: start, to: to > from ? Math.max(start, this.originOf(to - 1) + 1) : start }
  }

  /** The part between two local offsets, with its part of the map. */
  slice(from: number, to: number): SourceText {
    if (!this.breaks || to <= this.breaks.local[0]!)
      return new SourceText(this.text.slice(from, to), this.base + from)
    return new SourceTextBuilder().add(this, from, to).build()
  }

  /** This text with another behind it. */
  with(added: SourceText): SourceText {
    return new SourceTextBuilder().add(this).add(added).build()
  }

  /** Hands out the pieces of the map that cover a local stretch. */
  eachPiece(from: number, to: number, take: (from: number, origin: number) => void): void {
    if (to <= from) return
    take(from, this.originOf(from))
    if (!this.breaks) return
    const { local, original } = this.breaks
    for (let index = this.indexAt(this.breaks, from) + 1; index < local.length && local[index]! < to; index++)
      take(local[index]!, original[index]!)
  }

  /** The last break at or before an offset, or -1. Offsets asked for rise most of the time. */
  private indexAt({ local }: Breaks, offset: number): number {
    if (offset < local[0]!) return -1
    let index = this.last
    if (local[index]! > offset || (index + 1 < local.length && local[index + 1]! <= offset)) {
      const next = index + 1
      const isNext =
        next < local.length &&
        local[next]! <= offset &&
        (next + 1 >= local.length || local[next + 1]! > offset)
      index = isNext ? next : lastAtMost(local, offset)
      this.last = index
    }
    return index
  }
}

/** Where a text leaves off following the document, and where in the document it goes on: pairs of rising offsets. */
interface Breaks {
  readonly local: readonly number[]
  readonly original: readonly number[]
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sorted[middle]! <= value) low = middle
    else high = middle - 1
  }
  return low
}

/** Puts a text together from parts of others. */
export class SourceTextBuilder {
  private built = ''
  private base = -1
  private local: number[] | undefined
  private original: number[] = []

  /** Appends part of another text. */
  add(source: SourceText, from = 0, to = source.text.length): this {
    if (to <= from) return this
    const shift = this.built.length - from
    source.eachPiece(from, to, (at, origin) => this.mark(at + shift, origin))
    this.built += source.text.slice(from, to)
    return this
  }

  /** Appends characters that stand nowhere in the document; `origin` is the place they belong to. */
  insert(text: string, origin: number): this {
    if (text === '') return this
    this.mark(this.built.length, origin)
    this.built += text
    return this
  }

  get text(): string {
    return this.built
  }

  build(): SourceText {
    const { local, original } = this
    return new SourceText(this.built, Math.max(0, this.base), local && { local, original })
  }

  /** A break, unless the text just goes on there. */
  private mark(local: number, original: number): void {
    if (this.base < 0) {
      this.base = original
      return
    }
    const last = this.original.length - 1
    const expected = last < 0 ? this.base + local : this.original[last]! + local - this.local![last]!
    if (expected === original) return
    this.local ??= []
    this.local.push(local)
    this.original.push(original)
  }
}

/**
 * A document as kramdown reads it: line ends are `\n`, and there is exactly one at the end more than needed
 * (parser/base.rb, adapt_source).
 */
export function sourceTextOf(document: string): SourceText {
  const hasReturns = document.includes('\r')
  if (!hasReturns && document.endsWith('\n')) return new SourceText(document, 0)
  const lines = new SourceTextBuilder()
  const written = new SourceText(document, 0)
  let at = 0
  for (let end = hasReturns && nextLineEnd(document, at); end; end = nextLineEnd(document, at)) {
    lines.add(written, at, end.from).insert('\n', end.to - 1)
    at = end.to
  }
  lines.add(written, at)
  // A newline that is not there counts as part of the last character: no node reaches beyond the document.
  if (!lines.text.endsWith('\n')) lines.insert('\n', Math.max(0, document.length - 1))
  return lines.build()
}

function nextLineEnd(document: string, from: number): Span | undefined {
  for (let at = from; at < document.length; at++) {
    const code = document.charCodeAt(at)
    if (code === 10) return { from: at, to: at + 1 }
    if (code === 13) return { from: at, to: document.charCodeAt(at + 1) === 10 ? at + 2 : at + 1 }
  }
  return undefined
}
