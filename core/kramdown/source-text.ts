import type { Span } from '../text/index.ts'

/**
 * Text to parse, and where each character of it came from.
 *
 * kramdown parses the inside of a list item or quote as a text of its own, with the indentation cut off. The map
 * (pairs of rising local and original offsets, each valid up to the next) lets a node found in there still say
 * where it stands in the document.
 */
export class SourceText {
  readonly text: string
  private readonly local: readonly number[]
  private readonly original: readonly number[]
  private segment = 0

  constructor(text: string, local: readonly number[], original: readonly number[]) {
    this.text = text
    this.local = local
    this.original = original
  }

  /** Where the character at a local offset stands in the document. */
  originOf(offset: number): number {
    const index = this.segmentAt(offset)
    const origin = this.original[index]! + offset - this.local[index]!
    const limit = this.original[index + 1]
    return limit !== undefined && origin > limit ? limit : origin
  }

  /** The document's stretch for a local one. */
  span(from: number, to: number): Span {
    const start = this.originOf(from)
    return { from: start, to: to > from ? Math.max(start, this.originOf(to - 1) + 1) : start }
  }

  /** The part between two local offsets, with its part of the map. */
  slice(from: number, to: number): SourceText {
    return new SourceTextBuilder().add(this, from, to).build()
  }

  /** Hands out the pieces of the map that cover a local stretch. */
  eachPiece(from: number, to: number, take: (from: number, origin: number) => void): void {
    if (to <= from) return
    let index = this.segmentAt(from)
    take(from, this.originOf(from))
    while (index + 1 < this.local.length && this.local[index + 1]! < to) {
      index++
      take(this.local[index]!, this.original[index]!)
    }
  }

  private segmentAt(offset: number): number {
    const { local } = this
    let index = this.segment
    if (local[index]! > offset || (index + 1 < local.length && local[index + 1]! <= offset)) {
      const next = index + 1
      if (
        next < local.length &&
        local[next]! <= offset &&
        (next + 1 >= local.length || local[next + 1]! > offset)
      )
        index = next
      else index = lastAtMost(local, offset)
      this.segment = index
    }
    return index
  }
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
  private parts: string[] = []
  private length = 0
  private readonly local: number[] = []
  private readonly original: number[] = []

  /** Appends part of another text. */
  add(source: SourceText, from = 0, to = source.text.length): this {
    if (to <= from) return this
    const shift = this.length - from
    source.eachPiece(from, to, (at, origin) => this.mark(at + shift, origin))
    this.parts.push(source.text.slice(from, to))
    this.length += to - from
    return this
  }

  /** Appends characters that stand nowhere in the document; `origin` is the place they belong to. */
  insert(text: string, origin: number): this {
    if (text === '') return this
    this.mark(this.length, origin)
    this.parts.push(text)
    this.length += text.length
    return this
  }

  get text(): string {
    if (this.parts.length > 1) this.parts = [this.parts.join('')]
    return this.parts[0] ?? ''
  }

  build(): SourceText {
    if (this.local.length === 0) this.mark(0, 0)
    return new SourceText(this.text, this.local, this.original)
  }

  private mark(local: number, original: number): void {
    const last = this.local.length - 1
    const continued = last < 0 ? -1 : this.original[last]! + local - this.local[last]!
    if (continued === original) return
    this.local.push(local)
    this.original.push(original)
  }
}

/**
 * A document as kramdown reads it: line ends are `\n`, and there is exactly one at the end more than needed
 * (parser/base.rb, adapt_source).
 */
export function sourceTextOf(document: string): SourceText {
  if (!document.includes('\r'))
    return new SourceText(document.endsWith('\n') ? document : `${document}\n`, [0], [0])
  const parts: string[] = []
  const local: number[] = []
  const original: number[] = []
  let length = 0
  let at = 0
  while (at <= document.length) {
    const match = nextLineEnd(document, at)
    const end = match?.from ?? document.length
    local.push(length)
    original.push(at)
    parts.push(document.slice(at, end))
    length += end - at
    if (!match) break
    local.push(length)
    original.push(match.to - 1)
    parts.push('\n')
    length += 1
    at = match.to
  }
  let text = parts.join('')
  if (!text.endsWith('\n')) text += '\n'
  return new SourceText(text, local, original)
}

function nextLineEnd(document: string, from: number): Span | undefined {
  for (let at = from; at < document.length; at++) {
    const code = document.charCodeAt(at)
    if (code === 10) return { from: at, to: at + 1 }
    if (code === 13) return { from: at, to: document.charCodeAt(at + 1) === 10 ? at + 2 : at + 1 }
  }
  return undefined
}
