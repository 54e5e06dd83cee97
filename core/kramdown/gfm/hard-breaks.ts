import { type Element, createElement } from '../element.ts'
import { originInText } from '../span-parser.ts'
import type { FinishText } from '../update-tree.ts'

/**
 * Breaks lines in text: at a backslash before a newline, or with `hard_wrap` at every newline
 * (kramdown-parser-gfm, update_elements). Text in HTML elements is passed over.
 */
export function breakLines(hardWrap: boolean): FinishText {
  const mark = hardWrap ? '\n' : '\\\n'
  return (nodes, written, endsBlock) => (mayHold(written, mark) ? broken(nodes, mark, endsBlock) : nodes)
}

/** An extension leaves nothing behind, so that what stands before and after it is one text. */
function mayHold(written: string, mark: string): boolean {
  return written.includes(mark) || written.includes('{::')
}

function broken(nodes: readonly Element[], mark: string, endsBlock: boolean): Element[] {
  const result: Element[] = []
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'text' && node.value.includes(mark)) {
      for (const part of splitAtBreaks(node, mark, endsBlock && index === nodes.length - 1)) result.push(part)
      continue
    }
    if (node.type !== 'html_element' && node.children.length > 0)
      node.children = broken(node.children, mark, false)
    result.push(node)
  }
  return result
}

/**
 * Cuts a text into its lines, with a line break after each (kramdown-parser-gfm, update_text_type).
 *
 * @param endsBlock whether nothing follows it in a block: a break at its very end is then left out
 */
function splitAtBreaks(text: Element, mark: string, endsBlock: boolean): Element[] {
  const lines = text.value.split(mark)
  const omitLast = endsBlock && lines[lines.length - 1] === ''
  const parts: Element[] = []
  let from = 0
  for (const [index, line] of lines.entries()) {
    const start = originInText(text, Math.min(from, text.value.length - 1))
    const end = line === '' ? start : originInText(text, from + line.length - 1) + 1
    parts.push(createElement('text', { from: start, to: end }, index > 0 ? `\n${line}` : line))
    if (index < lines.length - 2 || (index === lines.length - 2 && !omitLast))
      parts.push(createElement('br', { from: end, to: end + mark.length }))
    from += line.length + mark.length
  }
  return parts
}
