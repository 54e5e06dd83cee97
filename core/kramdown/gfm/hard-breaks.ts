import { type Element, createElement } from '../element.ts'
import { originInText } from '../span-parser.ts'

/** What breaks a line: a backslash before a newline, or with `hard_wrap` every newline. */
export function breakMark(hardWrap: boolean): string {
  return hardWrap ? '\n' : '\\\n'
}

/**
 * Cuts a text into its lines, with a line break after each (kramdown-parser-gfm, update_text_type).
 *
 * @param endsBlock whether nothing follows it in a block: a break at its very end is then left out
 */
export function splitAtBreaks(text: Element, mark: string, endsBlock: boolean): Element[] {
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
