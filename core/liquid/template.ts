import { uri } from '../ruby/index.ts'
import { type Context } from './context.ts'
import { LiquidError } from './liquid-error.ts'

/** What a tag or `{{ }}` became; rendering appends to the output. */
export interface Node {
  readonly line: number
  /** Whether it prints nothing by its nature, as `assign`; blocks of such nodes print no white space either. */
  readonly blank: boolean
  render(cx: Context, output: Output): void
}

/** Collects what nodes print. */
export class Output {
  text = ''
}

/** The content of a template or a block (liquid/block_body.rb). */
export class Body {
  nodes: (string | Node)[] = []
  blank = true

  render(cx: Context, output: Output): void {
    cx.limits.countSteps(this.nodes.length)
    for (const node of this.nodes) {
      if (typeof node === 'string') {
        output.text += node
        continue
      }
      renderNode(node, cx, output)
      if (cx.interrupted) break
    }
    cx.limits.checkLength(output.text.length)
  }

  /** A block that prints nothing drops the white space between its tags. */
  removeBlankStrings(): void {
    this.nodes = this.nodes.filter(node => typeof node !== 'string')
  }
}

function renderNode(node: Node, cx: Context, output: Output): void {
  try {
    node.render(cx, output)
  } catch (error) {
    const liquidError = asLiquidError(error)
    liquidError.lineNumber ??= node.line
    throw liquidError
  }
}

/** Texts too long for JavaScript and calls too deep for its stack end a template as its limits do. */
function asLiquidError(error: unknown): LiquidError {
  if (error instanceof LiquidError) return error
  if (error instanceof uri.InvalidUri)
    return new LiquidError('Addressable::URI::InvalidURIError', error.message)
  if (error instanceof RangeError)
    return new LiquidError('Liquid::MemoryError', `The template asks too much: ${error.message}`)
  throw error
}

/** A parsed template, to be rendered any number of times. */
export class Template {
  readonly body: Body
  /** What errors inside it are told to come from. */
  readonly name: string | undefined

  constructor(body: Body, name?: string) {
    this.body = body
    this.name = name
  }

  /** @throws LiquidError at the first thing that fails, as Jekyll's builds stop there */
  render(cx: Context): string {
    const output = new Output()
    this.body.render(cx, output)
    return output.text
  }
}
