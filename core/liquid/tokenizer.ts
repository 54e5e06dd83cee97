/** Where the parser takes its pieces from: of a whole template, or of the lines of a `{% liquid %}` tag. */
export interface Tokenizer {
  readonly forLiquidTag: boolean
  /** The line of the next token, from 1. */
  readonly line: number
  next(): string | undefined
}

/** Text, `{{ … }}` and `{% … %}` in turn (liquid/tokenizer.rb). Nothing is lost: the tokens joined are the source. */
export class TemplateTokenizer implements Tokenizer {
  readonly forLiquidTag = false
  line = 1
  readonly #source: string
  #offset = 0
  #lastTagEnd: number
  #lastBrace: number

  constructor(source: string) {
    this.#source = source
    this.#lastTagEnd = source.lastIndexOf('%}')
    this.#lastBrace = source.lastIndexOf('}')
  }

  next(): string | undefined {
    if (this.#offset >= this.#source.length) return undefined
    const end = this.#tokenEnd()
    const token = this.#source.slice(this.#offset, end)
    this.#offset = end
    this.line += countLines(token)
    return token
  }

  #tokenEnd(): number {
    const start = this.#offset
    const opening = this.#source.slice(start, start + 2)
    if (opening === '{%')
      return this.#lastTagEnd < start + 2 ? start + 2 : this.#source.indexOf('%}', start + 2) + 2
    if (opening === '{{') return this.#variableEnd(start)
    const tag = this.#source.indexOf('{%', start)
    const variable = this.#source.indexOf('{{', start)
    const next = tag === -1 ? variable : variable === -1 ? tag : Math.min(tag, variable)
    return next === -1 ? this.#source.length : next
  }

  /** A variable ends at the first `}`, which need not be doubled for the token to end: the parser complains later. */
  #variableEnd(start: number): number {
    if (this.#lastBrace < start + 2) return start + 2
    const brace = this.#source.indexOf('}', start + 2)
    return this.#source[brace + 1] === '}' ? brace + 2 : brace + 1
  }
}

/** The lines of a `{% liquid %}` tag, each a tag without its delimiters. */
export class LiquidTagTokenizer implements Tokenizer {
  readonly forLiquidTag = true
  line: number
  readonly #lines: string[]
  #index = 0

  constructor(markup: string, line: number) {
    this.#lines = markup.split('\n')
    this.line = line
  }

  next(): string | undefined {
    const line = this.#lines[this.#index]
    if (line === undefined) return undefined
    this.#index++
    this.line++
    return line
  }
}

export function countLines(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}
