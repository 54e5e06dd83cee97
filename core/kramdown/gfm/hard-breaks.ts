import { type Element, createElement, isBlock } from '../element.ts'
import { originInText } from '../span-parser.ts'

/**
 * Makes line breaks of a backslash before a newline, or with `hard_wrap` of every newline (kramdown-parser-gfm,
 * update_text_type). HTML elements are passed over, and so are headers that were given an id.
 */
export function addHardBreaks(
  root: Element,
  hardWrap: boolean,
  hasNewId: (header: Element) => boolean,
): void {
  const mark = hardWrap ? '\n' : '\\\n'
  const open = [root]
  for (let element = open.pop(); element; element = open.pop()) {
    let replaced: Element[] | undefined
    const { children } = element
    for (const [index, child] of children.entries()) {
      const breaks = child.type === 'text' && child.value.includes(mark)
      if (breaks) {
        replaced ??= children.slice(0, index)
        const isLast = isBlock(element) && index === children.length - 1
        replaced.push(...splitText(child, mark, isLast))
        continue
      }
      replaced?.push(child)
      if (child.type !== 'html_element' && !hasNewId(child)) open.push(child)
    }
    if (replaced) element.children = replaced
  }
}

function splitText(text: Element, mark: string, isLast: boolean): Element[] {
  const lines = text.value.split(mark)
  const omitLast = isLast && lines[lines.length - 1] === ''
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
