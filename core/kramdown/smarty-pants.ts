import { type BlockRule, createBlockGrammar } from './block-parser.ts'
import { htmlBlock } from './block/html-block.ts'
import { createRuleSet } from './span-parser.ts'
import { htmlEntity } from './span/html-entity.ts'
import { htmlSpan } from './span/html-span.ts'
import { smartQuotes } from './span/smart-quotes.ts'
import { typographicSymbol } from './span/typographic-symbol.ts'

/** A line, whatever it begins with. */
const content: BlockRule = {
  name: 'content',
  first: undefined,
  start: /[^\n]*\n/y,
  parse(cx, match) {
    const end = cx.pos + match[0].length
    cx.addText(cx.tree, cx.source.slice(cx.pos, end))
    cx.pos = end
    return true
  },
}

/** The input format of Jekyll's `smartify`: HTML, and text without paragraphs (jekyll/converters/smartypants.rb). */
export const smartyPantsBlocks = createBlockGrammar([htmlBlock, content], () => true)

/** What is read in that text; all else of Markdown stands as it is. */
export const smartyPantsSpans = createRuleSet([smartQuotes, htmlEntity, typographicSymbol, htmlSpan])
