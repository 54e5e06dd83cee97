import type { BlockParser, BlockRule } from '../block-parser.ts'
import { setAttribute } from '../element.ts'
import { isSpace, spaceToNewline } from '../characters.ts'

/**
 * Fenced code — kramdown syntax, “Fenced Code Blocks”.
 *
 *     ~~~ ruby      three or more tildes, and the language
 *     puts 1
 *     ~~~           at least as many
 */
export const fencedCodeblock: BlockRule = {
  name: 'codeblock_fenced',
  start: /~{3,}/y,
  parse(cx, match) {
    return parseFence(cx, match[0], cx.pos, 0)
  },
}

/**
 * Reads a fenced block whose fence begins at an offset.
 *
 * kramdown's pattern gives marks back when no closing fence is long enough: `~~~~` closed by `~~~` is a block in
 * the language `~`.
 *
 * @param indent how many spaces may stand before the closing fence
 */
export function parseFence(cx: BlockParser, marks: string, start: number, indent: number): boolean {
  for (let length = marks.length; length >= 3; length--) {
    const info = matchInfo(cx.text, start + length)
    const close = info && findClose(cx.text, info.end, marks.slice(0, length), indent)
    if (!info || !close) continue
    const from = cx.pos
    cx.pos = close.end
    const block = cx.append(cx.block('codeblock', from, close.end, cx.text.slice(info.end, close.start)))
    block.options.fenced = true
    if (info.language !== '') {
      block.options.language = info.language
      setAttribute(block, 'class', `language-${info.language.replace(/(?<=.)\?.*$/s, '')}`)
    }
    return true
  }
  return false
}

function matchInfo(
  text: string,
  from: number,
): { readonly language: string; readonly end: number } | undefined {
  let at = from
  while (at < text.length && text[at] !== '\n' && isSpace(text.charCodeAt(at))) at++
  const start = at
  while (at < text.length && !isSpace(text.charCodeAt(at))) at++
  const end = spaceToNewline(text, at)
  return end < 0 ? undefined : { language: text.slice(start, at), end }
}

function findClose(
  text: string,
  from: number,
  fence: string,
  indent: number,
): { readonly start: number; readonly end: number } | undefined {
  const last = fence[fence.length - 1]!
  for (let line = from; line < text.length; line = text.indexOf('\n', line) + 1 || text.length) {
    let at = line
    while (at < line + indent && text[at] === ' ') at++
    if (!text.startsWith(fence, at)) continue
    at += fence.length
    while (text[at] === last) at++
    const end = spaceToNewline(text, at)
    if (end >= 0) return { start: line, end }
  }
  return undefined
}
