import type { RubyHash } from '../ruby/index.ts'

/** One top-level block of converted Markdown. */
export interface MarkdownBlock {
  readonly html: string
  /** Offset in the Markdown at which the block starts. */
  readonly offset: number
}

/** Markdown to HTML as the site's configuration has it. */
export interface MarkdownConverter {
  blocks(text: string): readonly MarkdownBlock[]
  smartify(text: string): string
  /** Code with the classes of Rouge around its tokens. */
  highlight(code: string, language: string): string
}

export function createMarkdownConverter(_kramdown: RubyHash): MarkdownConverter {
  return {
    blocks: text => [{ html: text, offset: 0 }],
    smartify: text => text,
    highlight: code => code,
  }
}
