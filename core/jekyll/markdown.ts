import {
  type Highlight,
  type HtmlOptions,
  convert,
  jekyllOptions,
  mergeOptions,
  parse,
  toHtmlBlocks,
} from '../kramdown/index.ts'
import type { RubyHash } from '../ruby/index.ts'
import { escapeHtml } from '../text/index.ts'
import { toPlain } from '../yaml/index.ts'
import { rougeHighlight } from './rouge/index.ts'

/** One top-level block of converted Markdown. */
export interface MarkdownBlock {
  readonly html: string
  /** Offset in the Markdown at which the block starts. */
  readonly offset: number
}

/** Markdown to HTML as the site's configuration has it. */
export interface MarkdownConverter {
  blocks(text: string): readonly MarkdownBlock[]
  /** The whole HTML; the same text is converted once. */
  convert(text: string): string
  smartify(text: string): string
  /** Code with the classes of Rouge around its tokens. */
  highlight(code: string, language: string): string
}

const mostRemembered = 2000

/**
 * kramdown with the options of `_config.yml`.
 *
 * @param other colours code of languages Lectern has no Rouge lexer for; without it that is only escaped
 */
export function createMarkdownConverter(kramdown: RubyHash, other?: Highlight): MarkdownConverter {
  const highlight: Highlight = (code, language) => rougeHighlight(code, language) ?? other?.(code, language)
  const values = toPlain(kramdown)
  const configured = typeof values === 'object' && values !== null && !Array.isArray(values) ? values : {}
  const input = 'input' in configured && typeof configured['input'] === 'string' ? configured['input'] : 'GFM'
  const options: HtmlOptions = {
    ...mergeOptions(jekyllOptions, configured as Readonly<Record<string, unknown>>),
    input,
    highlight,
  }
  const remembered = new Map<string, string>()
  const blocks = (text: string): MarkdownBlock[] =>
    toHtmlBlocks(parse(text, options).root, options).map(({ html, span }) => ({ html, offset: span.from }))
  return {
    blocks,
    convert(text) {
      const known = remembered.get(text)
      if (known !== undefined) return known
      const html = blocks(text)
        .map(block => block.html)
        .join('')
      if (remembered.size >= mostRemembered) remembered.clear()
      remembered.set(text, html)
      return html
    },
    smartify: text => convert(text, { ...options, input: 'SmartyPants' }).html.replace(/\r?\n$|\r$/, ''),
    highlight: (code, language) => highlight(code, language) ?? escapeHtml(code),
  }
}
