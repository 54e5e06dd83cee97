import { type BlockGrammar, type BlockParser, type BlockRule, createBlockGrammar } from '../block-parser.ts'
import { countSpaces, stripEnd } from '../characters.ts'
import { blockRules } from '../block/index.ts'
import { blockquote } from '../block/blockquote.ts'
import { definitionList } from '../block/definition-list.ts'
import { fencedCodeblock, parseFence } from '../block/fenced-codeblock.ts'
import { atxHeader, parseAtxHeader } from '../block/header.ts'
import { atLazyEnd } from '../block/lazy-end.ts'
import { list, parseList } from '../block/list.ts'
import { endsParagraph } from '../block/paragraph.ts'
import { addCheckBoxes } from './task-list.ts'

/*
 * GitHub Flavored Markdown as Jekyll has it (kramdown-parser-gfm): kramdown with these differences.
 */

/** Fences of backticks too, behind up to three spaces. */
const fence: BlockRule = {
  name: 'codeblock_fenced_gfm',
  first: '~`',
  start: / {0,3}([~`]{3,})/y,
  parse(cx, match) {
    return parseFence(cx, match[1]!, cx.pos + match[0].length - match[1]!.length, 3)
  },
}

const headerStart = /(#{1,6})[\t ]+([^\n]*)\n/y

/** A header needs white space behind its hashes. */
const header: BlockRule = { name: 'atx_header_gfm', first: '#', start: headerStart, parse: atxHeader.parse }

/** With the quirk `paragraph_end` it needs no blank line before it, and hashes at its end none but a space. */
const interruptingHeader: BlockRule = {
  name: 'atx_header_gfm_quirk',
  first: '#',
  start: headerStart,
  parse(cx, match) {
    return parseAtxHeader(cx, match, text => {
      const hashes = /[\t ]#+$/.exec(text)
      return hashes ? stripEnd(text.slice(0, hashes.index)) : text
    })
  },
}

/** Items may begin with a check box. */
const taskList: BlockRule = {
  name: 'list',
  first: list.first,
  start: list.start,
  parse(cx) {
    const element = parseList(cx)
    if (element) addCheckBoxes(element)
    return element !== undefined
  },
}

export function gfmBlockGrammar(quirks: readonly string[]): BlockGrammar {
  const paragraphEnd = quirks.includes('paragraph_end')
  const replacements = new Map<BlockRule, BlockRule>([
    [fencedCodeblock, fence],
    [atxHeader, paragraphEnd ? interruptingHeader : header],
    [list, taskList],
  ])
  return createBlockGrammar(
    blockRules.map(rule => replacements.get(rule) ?? rule),
    paragraphEnd ? cx => atLazyEnd(cx) || interrupts(cx) : endsParagraph,
  )
}

/** The blocks that need no blank line before them, by the character they begin with. */
const interrupting = [list, interruptingHeader, definitionList, blockquote, fence]
const interruptingByCode = Array.from({ length: 128 }, (_, code) =>
  interrupting.filter(({ first }) => first!.includes(String.fromCharCode(code))),
)

function interrupts(cx: BlockParser): boolean {
  const code = cx.text.charCodeAt(cx.pos + countSpaces(cx.text, cx.pos, 3))
  return code < 128 && interruptingByCode[code]!.some(rule => cx.at(rule.start))
}
