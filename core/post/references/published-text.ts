import type { Span } from '../../text/index.ts'

/**
 * What kramdown is given of a text with Liquid in it, as far as that can be told without running it: a tag that
 * writes nothing is gone, what one writes is a word nothing else is spelt like, and code in `{% highlight %}` is
 * HTML without a word of it.
 */
export interface PublishedText {
  readonly text: string
  /** Where a stretch of `text` stands in the source. */
  readonly inSource: (span: Span) => Span
  /** Stretches between a block tag and its end: what is in them may be left out, repeated or kept as it is. */
  readonly scopes: readonly LiquidScope[]
}

export interface LiquidScope extends Span {
  /** Of the tag: `for`, `if`, `raw`… */
  readonly name: string
}

interface Piece {
  /** In the text made. */
  readonly at: number
  /** In the source. */
  readonly from: number
  readonly length: number
}

const longestName = 40
const silent = new Set(
  (
    'assign break case continue decrement else elsif endcase endfor endif endraw endtablerow endunless for if ' +
    'ifchanged endifchanged increment raw tablerow unless when #'
  ).split(' '),
)
/** Blocks of which nothing that stands in them comes out where they stand. */
const hidden = new Set(['comment', 'capture'])
const blocks = new Set(['for', 'if', 'unless', 'case', 'tablerow', 'ifchanged', 'raw'])
/** A letter of a script posts are not written in, for each character of what Liquid writes. */
const letterBase = 0xa000

/** Reads `source` between the bounds of `body`. */
export function publishedText(source: string, body: Span): PublishedText {
  const reader = new Reader(source, body)
  reader.read()
  return { text: reader.text, inSource: span => reader.inSource(span), scopes: reader.scopes }
}

class Reader {
  text = ''
  readonly scopes: LiquidScope[] = []
  private readonly pieces: Piece[] = []
  private readonly found = new Map<string, { readonly from: number; readonly at: number }>()
  private readonly neverEnded = new Set<string>()
  private readonly open: { readonly name: string; readonly from: number }[] = []
  private readonly source: string
  private readonly body: Span

  constructor(source: string, body: Span) {
    this.source = source
    this.body = body
  }

  read(): void {
    const { source, body } = this
    let at = body.from
    for (let tag = this.nextTag(at); tag && tag.from < body.to; tag = this.nextTag(at)) {
      this.keep(at, tag.from)
      const name = /^\{%-?\s*(#|\w*)/.exec(source.slice(tag.from, tag.from + longestName))?.[1]
      at = this.readTag(name, tag)
    }
    this.keep(at, body.to)
  }

  inSource({ from, to }: Span): Span {
    const start = this.offset(from)
    return { from: start, to: to > from ? this.offset(to - 1) + 1 : start }
  }

  /** The next `{% … %}` or `{{ … }}`. What nothing closes is text. */
  private nextTag(from: number): Span | undefined {
    const tag = this.find('{%', '%}', from)
    const output = this.find('{{', '}}', from)
    return tag && output && output.from < tag.from ? output : (tag ?? output)
  }

  private find(open: string, close: string, from: number): Span | undefined {
    const start = this.lookUp(open, from)
    const end = start < 0 ? -1 : this.lookUp(close, start + 2)
    return end < 0 ? undefined : { from: start, to: end + 2 }
  }

  /** Like `indexOf`, but the same stretch is not searched twice, however many tags stand before it. */
  private lookUp(text: string, from: number): number {
    const known = this.found.get(text)
    if (known && known.from <= from && (known.at >= from || known.at < 0)) return known.at
    const at = this.source.indexOf(text, from)
    this.found.set(text, { from, at })
    return at
  }

  /** @returns where to read on */
  private readTag(name: string | undefined, { from, to }: Span): number {
    if (name === undefined) {
      this.write(from, to)
      return to
    }
    if (hidden.has(name)) return this.endOf(name, to)
    if (name === 'highlight') {
      const end = this.endOf(name, to)
      this.replace(from, '<figure>\uA000</figure>')
      return end
    }
    if (blocks.has(name)) this.open.push({ name, from })
    else if (name.startsWith('end')) this.close(name.slice('end'.length), to)
    if (name === 'raw') return this.readRaw(to)
    if (!silent.has(name) && !this.isAloneOnLine(from, to)) this.write(from, to)
    return to
  }

  private readRaw(from: number): number {
    const closed = this.endTag('raw', from)
    this.keep(from, closed?.from ?? this.body.to)
    if (closed) this.close('raw', closed.to)
    return closed?.to ?? this.body.to
  }

  private close(name: string, to: number): void {
    const index = this.open.findLastIndex(scope => scope.name === name)
    if (index < 0) return
    this.scopes.push({ name, from: this.open[index]!.from, to })
    this.open.length = index
  }

  private endOf(name: string, from: number): number {
    return this.endTag(name, from)?.to ?? from
  }

  private endTag(name: string, from: number): Span | undefined {
    if (this.neverEnded.has(name)) return undefined
    const end = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g')
    end.lastIndex = from
    const match = end.exec(this.source)
    if (!match) this.neverEnded.add(name)
    return match ? { from: match.index, to: end.lastIndex } : undefined
  }

  /** An include or a plugin's tag on its own line mostly writes a block of HTML, or nothing: never part of a link. */
  private isAloneOnLine(from: number, to: number): boolean {
    const start = this.source.lastIndexOf('\n', from - 1) + 1
    const end = this.source.indexOf('\n', to)
    const around = this.source.slice(start, from) + this.source.slice(to, end < 0 ? undefined : end)
    return around.trim() === '' && this.source[to - 1] === '}' && this.source[from + 1] === '%'
  }

  private keep(from: number, to: number): void {
    if (to > from) this.add(from, this.source.slice(from, to))
  }

  private write(from: number, to: number): void {
    const letters = Array.from({ length: to - from }, (_, index) =>
      String.fromCharCode(letterBase + (this.source.charCodeAt(from + index) % 0x400)),
    )
    this.add(from, letters.join(''))
  }

  private replace(from: number, text: string): void {
    this.add(from, text)
  }

  private add(from: number, text: string): void {
    this.pieces.push({ at: this.text.length, from, length: text.length })
    this.text += text
  }

  private offset(at: number): number {
    let low = 0
    let high = this.pieces.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.pieces[middle]!.at <= at) low = middle
      else high = middle - 1
    }
    const piece = this.pieces[low]
    return piece ? piece.from + (at - piece.at) : this.body.from
  }
}
