import { applyAttributeList } from './attributes/attribute-list.ts'
import { type Element, setOptions } from './element.ts'
import type { ParserState } from './parser-state.ts'
import { SpanParser, createTextOf } from './span-parser.ts'

/** What a dialect takes a header's text for its id from. */
export type HeaderText = (element: Element) => string

/**
 * The second walk: reads the text of all blocks for spans, now that every definition is known, joins blank lines
 * that only a definition stood between, and gives blocks the attributes of their lists (parser/kramdown.rb,
 * update_tree).
 */
export function updateTree(element: Element, state: ParserState, headerText: HeaderText): void {
  const [only] = element.children
  if (element.children.length === 1 && only!.type === 'raw_text') {
    readSpans(only!, state)
    element.children = only!.children
    return
  }
  const children: Element[] = []
  let lastBlank: Element | undefined
  for (const child of element.children) {
    switch (child.type) {
      case 'raw_text':
        lastBlank = undefined
        readSpans(child, state)
        for (const span of child.children) children.push(span)
        break
      case 'eob':
        applyIal(child, state)
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
        updateTree(child, state, headerText)
        applyIal(child, state)
        if (child.type === 'dt' || (child.type === 'header' && state.options.auto_id_stripping))
          setOptions(child, { rawText: headerText(child) })
        children.push(child)
    }
  }
  element.children = children
}

function readSpans(text: Element, state: ParserState): void {
  const source = text.options.raw!
  text.children = []
  // Most short texts hold no mark at all.
  if (state.spanRules.finder.next(source.text, 0) < 0 && source.text !== '')
    text.children.push(createTextOf(source, 0, source.text.length))
  else new SpanParser(source, text, state).parse()
}

function applyIal(element: Element, state: ParserState): void {
  if (element.ial)
    element.attributes = applyAttributeList(element.attributes, element.ial, state.attributeLists)
}

/** The text nodes alone. */
export function plainHeaderText(element: Element): string {
  return element.type === 'text' ? element.value : element.children.map(plainHeaderText).join('')
}
