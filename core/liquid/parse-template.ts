import { rubyString } from '../ruby/index.ts'
import { maxDepth } from './context.ts'
import { LiquidError, syntaxError } from './liquid-error.ts'
import { Body, type Node, Template } from './template.ts'
import { LiquidTagTokenizer, TemplateTokenizer, type Tokenizer, countLines } from './tokenizer.ts'
import { parseVariable } from './variable.ts'

/** Reads one kind of tag. Block tags take their content from the parser. */
export interface TagDefinition {
  /** Whether it needs an end tag. */
  readonly isBlock: boolean
  /** @throws LiquidError where Ruby's tag refuses its markup or content */
  parse(markup: string, parser: TemplateParser, name: string): Node
}

/** A tag where a block wants to end or go on: `endif`, `else`, or one nobody knows. */
interface EndTag {
  readonly name: string
  readonly markup: string
}

export interface ParseOptions {
  readonly tags: ReadonlyMap<string, TagDefinition>
  readonly name?: string
}

/**
 * Reads a template.
 *
 * @throws LiquidError 'Liquid::SyntaxError' where Ruby's Liquid does, with its words and line
 */
export function parseTemplate(source: string, options: ParseOptions): Template {
  const parser = new TemplateParser(source, options.tags)
  try {
    return new Template(parser.parseDocument(), options.name)
  } catch (error) {
    if (error instanceof LiquidError) error.lineNumber ??= parser.line
    throw error
  }
}

const fullTag = /^\{%-?(\s*)(#|\w+)(\s*)([\s\S]*?)-?%\}$/
const variableContent = /^\{\{-?([\s\S]*?)-?\}\}$/
const liquidTagLine = /^\s*(#|\w+)\s*([\s\S]*)$/

/** Turns tokens into nodes (liquid/block_body.rb, liquid/block.rb, liquid/document.rb). */
export class TemplateParser {
  /** Of the tag being read, from 1. */
  line = 1
  #tokenizer: Tokenizer
  #trimNext = false
  #depth = 0
  readonly #tags: ReadonlyMap<string, TagDefinition>

  constructor(source: string, tags: ReadonlyMap<string, TagDefinition>) {
    this.#tokenizer = new TemplateTokenizer(source)
    this.#tags = tags
  }

  parseDocument(): Body {
    const body = new Body()
    const end = this.#parseBody(body)
    if (!end) return body
    throw syntaxError(
      end.name === 'else' || end.name === 'end'
        ? `Unexpected outer '${end.name}' tag`
        : `Unknown tag '${end.name}'`,
    )
  }

  /**
   * Reads the content of a block up to its end tag.
   *
   * @param takeOver what the block does with a tag only it knows, such as `else`: the body to go on with, or undefined
   * @throws LiquidError when the block is never closed, or by a wrong tag
   */
  parseBlock(name: string, body: Body, takeOver?: (tag: EndTag) => Body | undefined): void {
    let current = body
    for (;;) {
      const end = this.#parseDeeper(current)
      if (!end) throw syntaxError(`'${name}' tag was never closed`)
      if (end.name === `end${name}`) return
      const next = takeOver?.(end)
      if (!next) throw unknownTag(end.name, name, `end${name}`)
      current = next
    }
  }

  /** Takes tokens unread until `isEnd` accepts one, for `raw`. Undefined at the end of the template. */
  nextToken(): string | undefined {
    return this.#tokenizer.next()
  }

  #parseDeeper(body: Body): EndTag | undefined {
    if (this.#depth >= maxDepth) throw new LiquidError('Liquid::StackLevelError', 'Nesting too deep')
    this.#depth++
    try {
      return this.#parseBody(body)
    } finally {
      this.#depth--
    }
  }

  #parseBody(body: Body): EndTag | undefined {
    this.line = this.#tokenizer.line
    return this.#tokenizer.forLiquidTag ? this.#parseLines(body) : this.#parseTokens(body)
  }

  #parseTokens(body: Body): EndTag | undefined {
    for (let token = this.#tokenizer.next(); token !== undefined; token = this.#tokenizer.next()) {
      if (token.startsWith('{%')) {
        const end = this.#parseTag(token, body)
        if (end) return end
      } else if (token.startsWith('{{')) {
        this.#parseVariable(token, body)
      } else {
        this.#parseText(token, body)
      }
      this.line = this.#tokenizer.line
    }
    return undefined
  }

  #parseTag(token: string, body: Body): EndTag | undefined {
    this.#controlWhitespace(token, body)
    const match = fullTag.exec(token)
    if (!match) throw syntaxError(String.raw`Tag '${token}' was not properly terminated with regexp: /\%\}/`)
    const [, before = '', name = '', after = '', markup = ''] = match
    this.line += countLines(before) + countLines(after)
    if (name !== 'liquid') return this.#addTag(name, markup, body)
    this.#parseLiquidTag(markup, body)
    return undefined
  }

  #addTag(name: string, markup: string, body: Body): EndTag | undefined {
    const definition = this.#tags.get(name)
    if (!definition) return { name, markup }
    const node = definition.parse(markup, this, name)
    body.blank &&= node.blank
    body.nodes.push(node)
    return undefined
  }

  #parseLiquidTag(markup: string, body: Body): void {
    const outer = this.#tokenizer
    this.#tokenizer = new LiquidTagTokenizer(markup, this.line)
    const end = this.#parseLines(body)
    if (end) throw unknownTag(end.name, 'liquid', '%}')
    this.#tokenizer = outer
  }

  #parseLines(body: Body): EndTag | undefined {
    for (let token = this.#tokenizer.next(); token !== undefined; token = this.#tokenizer.next()) {
      if (!/^\s*$/.test(token)) {
        const match = liquidTagLine.exec(token)
        if (!match) return { name: token, markup: token }
        const end = this.#addTag(match[1]!, match[2]!, body)
        if (end) return end
      }
      this.line = this.#tokenizer.line
    }
    return undefined
  }

  #parseVariable(token: string, body: Body): void {
    this.#controlWhitespace(token, body)
    const match = variableContent.exec(token)
    if (!match)
      throw syntaxError(String.raw`Variable '${token}' was not properly terminated with regexp: /\}\}/`)
    const variable = parseVariable(match[1]!)
    body.blank = false
    body.nodes.push({
      line: this.line,
      blank: false,
      render(cx, output) {
        output.text += variable.print(cx)
      },
    })
  }

  #parseText(token: string, body: Body): void {
    const text = this.#trimNext ? rubyString.stripStart(token) : token
    this.#trimNext = false
    body.nodes.push(text)
    body.blank &&= /^[ \t\r\n\f\v]*$/.test(text)
  }

  /** `{%-` trims the text before it, `-%}` the text after it. */
  #controlWhitespace(token: string, body: Body): void {
    const previous = body.nodes.at(-1)
    if (token[2] === '-' && typeof previous === 'string')
      body.nodes[body.nodes.length - 1] = rubyString.stripEnd(previous)
    this.#trimNext = token.at(-3) === '-'
  }
}

function unknownTag(tag: string, block: string, delimiter: string): LiquidError {
  if (tag === 'else') return syntaxError(`${block} tag does not expect 'else' tag`)
  if (tag.startsWith('end'))
    return syntaxError(`'${tag}' is not a valid delimiter for ${block} tags. use ${delimiter}`)
  return syntaxError(`Unknown tag '${tag}'`)
}
