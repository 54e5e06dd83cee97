import { type BlockGrammar, type BlockRule, createBlockGrammar } from '../block-parser.ts'
import { abbreviationDefinition } from './abbreviation.ts'
import { blankLine } from './blank-line.ts'
import { blockquote } from './blockquote.ts'
import { codeblock } from './codeblock.ts'
import { definitionList } from './definition-list.ts'
import { eobMarker } from './eob.ts'
import { blockExtension } from './extension.ts'
import { fencedCodeblock } from './fenced-codeblock.ts'
import { footnoteDefinition } from './footnote-definition.ts'
import { atxHeader, setextHeader } from './header.ts'
import { horizontalRule } from './horizontal-rule.ts'
import { htmlBlock } from './html-block.ts'
import { linkDefinition } from './link-definition.ts'
import { list } from './list.ts'
import { mathBlock } from './math-block.ts'
import { endsParagraph, paragraph } from './paragraph.ts'
import { table } from './table.ts'

/** Tried in this order at each block start; the first to return true wins (kramdown parser/kramdown.rb, @block_parsers). */
export const blockRules: readonly BlockRule[] = [
  blankLine,
  codeblock,
  fencedCodeblock,
  blockquote,
  atxHeader,
  horizontalRule,
  list,
  definitionList,
  htmlBlock,
  setextHeader,
  mathBlock,
  table,
  footnoteDefinition,
  linkDefinition,
  abbreviationDefinition,
  blockExtension,
  eobMarker,
  paragraph,
]

export const blockGrammar: BlockGrammar = createBlockGrammar(blockRules, endsParagraph)
