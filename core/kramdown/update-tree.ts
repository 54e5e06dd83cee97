import { type AbbreviationMatcher, replaceAbbreviations, splitAtAbbreviations } from './abbreviations.ts'
import { applyAttributeList } from './attributes/attribute-list.ts'
import { type Element, isBlock, setOptions } from './element.ts'
import type { ParserState } from './parser-state.ts'
import { SpanParser, createTextOf } from './span-parser.ts'

/** What a dialect takes a header's text for its id from. */
export type HeaderText = (element: Element) => string

/**
 * What a dialect makes of text once it has been read.
 *
 * @param written the text as it was before it was read
 * @param endsBlock whether the nodes are the last of a block
 * @returns the nodes, or others in their place
 */
export type FinishText = (nodes: Element[], written: string, endsBlock: boolean) => Element[]

/** What the second walk needs besides the tree, and what it comes by. */
export interface Update {
  readonly state: ParserState
  readonly headerText: HeaderText
  readonly finishText: FinishText | undefined
  /** Absent when the document defines none. */
  readonly abbreviations: AbbreviationMatcher | undefined
  /** Headers that stand in no HTML, no footnote and no other header that waits for its id. */
  readonly headers: Element[]
}

/**
 * The second walk: reads the text of all blocks for spans, now that every definition is known, replaces
 * abbreviations, joins blank lines that only a definition stood between, and gives blocks the attributes of their
 * lists (parser/kramdown.rb, update_tree and replace_abbreviations).
 *
 * @param isFinished whether what dialects do is done here: not in HTML, in footnotes and in headers without an id
 */
export function updateTree(element: Element, update: Update, isFinished: boolean): void {
  const [only] = element.children
  if (element.children.length === 1 && only!.type === 'raw_text') {
    element.children = readText(only!, element, update, isFinished)
    return
  }
  const children: Element[] = []
  let lastBlank: Element | undefined
  for (const child of element.children) {
    switch (child.type) {
      case 'raw_text':
        lastBlank = undefined
        for (const node of readText(child, element, update, isFinished)) children.push(node)
        break
      case 'text':
        lastBlank = undefined
        for (const node of updateText(child, element, update, isFinished)) children.push(node)
        break
      case 'eob':
        applyIal(child, update.state)
        break
      case 'blank':
        if (lastBlank) {
          lastBlank.value += child.value
          lastBlank.span = { from: lastBlank.span.from, to: child.span.to }
        } else {
          lastBlank = child
          children.push(child)
        }
        break
      default:
        lastBlank = undefined
        updateBlock(child, update, isFinished)
        children.push(child)
    }
  }
  element.children = children
}

function updateBlock(block: Element, update: Update, isFinished: boolean): void {
  const { state, headers } = update
  applyIal(block, state)
  switch (block.type) {
    case 'header': {
      const waits = state.options.auto_ids && !block.attributes.has('id')
      if (isFinished) headers.push(block)
      updateTree(block, update, isFinished && !waits)
      if (state.options.auto_id_stripping) setOptions(block, { rawText: update.headerText(block) })
      break
    }
    case 'dt':
      updateTree(block, update, isFinished)
      setOptions(block, { rawText: update.headerText(block) })
      break
    default:
      if (block.children.length > 0) updateTree(block, update, isFinished && block.type !== 'html_element')
  }
}

function readText(text: Element, parent: Element, update: Update, isFinished: boolean): Element[] {
  const source = text.options.raw!
  readSpans(text, update.state)
  if (update.abbreviations && parent.options.contentModel !== 'raw')
    replaceAbbreviations(text, update.abbreviations)
  if (!isFinished || !update.finishText) return text.children
  return update.finishText(text.children, source.text, endsBlock(text, parent))
}

/** Text that was read with the blocks: that of HTML. */
function updateText(text: Element, parent: Element, update: Update, isFinished: boolean): Element[] {
  const { abbreviations, finishText } = update
  const replaced =
    abbreviations && parent.options.contentModel !== 'raw' && splitAtAbbreviations(text, abbreviations)
  const nodes = replaced || [text]
  return isFinished && finishText ? finishText(nodes, text.value, endsBlock(text, parent)) : nodes
}

function endsBlock(text: Element, parent: Element): boolean {
  return isBlock(parent) && parent.children.findLast(child => child.type !== 'eob') === text
}

function readSpans(text: Element, state: ParserState): void {
  const source = text.options.raw!
  text.children = []
  // Most short texts hold no mark at all.
  if (state.spanRules.finder.next(source.text, 0) < 0 && source.text !== '')
    text.children = [createTextOf(source, 0, source.text.length)]
  else new SpanParser(source, text, state).parse()
}

function applyIal(element: Element, state: ParserState): void {
  if (element.ial)
    element.attributes = applyAttributeList(element.attributes, element.ial, state.attributeLists)
}

/** The text nodes alone, and abbreviations, which are text too. */
export function plainHeaderText(element: Element): string {
  return element.type === 'text' || element.type === 'abbreviation'
    ? element.value
    : element.children.map(plainHeaderText).join('')
}
