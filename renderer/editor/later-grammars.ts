import { ParseContext } from '@codemirror/language'
import { type Input, Parser, type PartialParse, type TreeFragment } from '@lezer/common'
import type { LRParser, ParserConfig } from '@lezer/lr'

/**
 * The grammars of style sheets and scripts, loaded once a post holds some of either: together they are as large as all
 * other grammars of a post. The build puts this in the place of the packages where HTML asks for them.
 */
class LaterParser extends Parser {
  readonly #load: () => Promise<LRParser>
  #parser: LRParser | undefined
  #loading: Promise<void> | undefined

  constructor(load: () => Promise<LRParser>) {
    super()
    this.#load = load
  }

  createParse(
    input: Input,
    fragments: readonly TreeFragment[],
    ranges: readonly { readonly from: number; readonly to: number }[],
  ): PartialParse {
    this.#loading ??= this.#begin()
    const parser = this.#parser ?? ParseContext.getSkippingParser(this.#loading)
    return parser.createParse(input, fragments, ranges)
  }

  configure(config: ParserConfig): LaterParser {
    return new LaterParser(async () => (await this.#load()).configure(config))
  }

  async #begin(): Promise<void> {
    await new Promise(resolve => requestIdleCallback(resolve, { timeout: longestWaitMs }))
    // Without its colours a script is as it was written.
    this.#parser = await this.#load().catch(() => undefined)
  }
}

const longestWaitMs = 2_000

function language(load: () => Promise<{ readonly parser: LRParser }>): { readonly parser: LaterParser } {
  return { parser: new LaterParser(async () => (await load()).parser) }
}

const noSupport = (): { readonly support: [] } => ({ support: [] })

export const cssLanguage = language(async () => (await import('@codemirror/lang-css')).cssLanguage)
export const css = noSupport

const scripts = (): Promise<typeof import('@codemirror/lang-javascript')> =>
  import('@codemirror/lang-javascript')

export const javascriptLanguage = language(async () => (await scripts()).javascriptLanguage)
export const typescriptLanguage = language(async () => (await scripts()).typescriptLanguage)
export const jsxLanguage = language(async () => (await scripts()).jsxLanguage)
export const tsxLanguage = language(async () => (await scripts()).tsxLanguage)
export const javascript = noSupport
