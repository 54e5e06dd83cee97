import { createElement } from '../element.ts'
import type { ParserState } from '../parser-state.ts'
import type { SourceText } from '../source-text.ts'
import { SpanParser, createRuleSet } from '../span-parser.ts'
import { TextSearch } from '../text-search.ts'
import { codespan, matchCodespan } from './codespan.ts'
import { htmlSpan } from './html-span.ts'

/** A stretch of a table's row: plain, or a code span with its code. */
export interface RowPart {
  readonly from: number
  readonly to: number
  readonly code: string | undefined
}

/** Splits part of a row into code spans and what stands between them. */
export function parseCodespans({ text }: SourceText): RowPart[] {
  const parts: RowPart[] = []
  const search = new TextSearch(text)
  let plain = 0
  for (let mark = text.indexOf('`'); mark >= 0;) {
    const found = matchCodespan({ text, search }, mark)
    let end = found?.end ?? mark
    if (found) {
      if (mark > plain) parts.push({ from: plain, to: mark, code: undefined })
      parts.push({ from: mark, to: end, code: found.code })
      plain = end
    } else while (text[end] === '`') end++
    mark = text.indexOf('`', end)
  }
  if (plain < text.length) parts.push({ from: plain, to: text.length, code: undefined })
  return parts
}

const codeAndHtml = createRuleSet([codespan, htmlSpan])

/** The nodes of a whole table read for code and HTML alone, as far as they have a value (table.rb, parse_table). */
export function parseCodeAndHtml(
  source: SourceText,
  state: ParserState,
): { readonly value: string; readonly isCode: boolean }[] {
  const { options } = state
  // Elements stay what they are here: kramdown makes nothing of their text, which it has not read yet.
  state.options = { ...options, html_to_native: false }
  const warnings = state.warnings.length
  const root = createElement('root', source.span(0, source.text.length))
  new SpanParser(source, root, state, codeAndHtml).parse()
  state.warnings.length = warnings
  state.options = options
  return root.children
    .filter(node => node.value !== '' || node.type === 'codespan')
    .map(node => ({ value: node.value, isCode: node.type === 'codespan' }))
}
