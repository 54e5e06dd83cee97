import type { BlockRule } from '../block-parser.ts'
import { lineEnd, skipBlanks } from '../characters.ts'
import { normaliseLinkId } from '../parser-state.ts'

/**
 * Link definitions — kramdown syntax, “Link Definitions”.
 *
 *     [label]: address "title"
 *     [label]: <an address> 'title'      the title may stand on a line of its own
 */
export const linkDefinition: BlockRule = {
  name: 'link_definition',
  first: '[',
  start: / {0,3}\[([^\n\]]+)\]:[ \t]*/y,
  parse(cx, match) {
    const from = cx.pos
    const parts = matchDefinition(cx.text, from + match[0].length)
    if (!parts || (!parts.bracketed && /[ \t]["']/.test(parts.url))) return false
    cx.pos = parts.end
    const label = match[1]!
    const id = normaliseLinkId(label)
    const mark = cx.append(cx.block('eob', from, parts.end, 'link_def'))
    if (cx.state.links.has(id)) cx.state.warn('link.duplicate-definition', mark.span, id)
    const labelStart = from + match[0].indexOf('[') + 1
    const { url, urlStart, title, titleStart } = parts
    cx.state.setLink(id, {
      url,
      title,
      definition: {
        type: 'link_definition',
        span: mark.span,
        labelSpan: cx.spanOf(labelStart, labelStart + label.length),
        urlSpan: cx.spanOf(urlStart, urlStart + url.length),
        titleSpan: title === undefined ? undefined : cx.spanOf(titleStart, titleStart + title.length),
        label,
        id,
        url,
        title,
        mark,
      },
    })
    return true
  },
}

interface Parts {
  readonly url: string
  readonly urlStart: number
  readonly bracketed: boolean
  readonly title: string | undefined
  readonly titleStart: number
  readonly end: number
}

/** What follows the colon (parser/kramdown/link.rb, LINK_DEFINITION_START). */
function matchDefinition(text: string, from: number): Parts | undefined {
  const end = lineEnd(text, from)
  const newline = end - 1
  if (text[newline] !== '\n') return undefined
  if (text[from] === '<') {
    for (
      let close = text.indexOf('>', from);
      close >= 0 && close < newline;
      close = text.indexOf('>', close + 1)
    ) {
      const rest = matchRest(text, close + 1, newline)
      if (rest) return { url: text.slice(from + 1, close), urlStart: from + 1, bracketed: true, ...rest }
    }
  }
  return matchBareAddress(text, from, newline)
}

/** An address goes on to the first white space a title follows, or to the end of the line. */
function matchBareAddress(text: string, from: number, newline: number): Parts | undefined {
  let last = newline
  while (last > from && (text[last - 1] === ' ' || text[last - 1] === '\t')) last--
  const first = firstText(text, from, last)
  if (first < 0) return undefined
  const open = titleOnLine(text, first + 1, last)
  const urlEnd = open === undefined ? last : open.blankStart
  const rest = matchRest(text, urlEnd, newline)
  return rest && { url: text.slice(from, urlEnd), urlStart: from, bracketed: false, ...rest }
}

function firstText(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (!/[ \t\r\f\v]/.test(text[at]!)) return at
  return -1
}

/** A title that ends where the line does: the quote it opens with, and the white space before that. */
function titleOnLine(
  text: string,
  from: number,
  last: number,
): { readonly blankStart: number; readonly open: number } | undefined {
  const quote = text[last - 1]
  if (quote !== '"' && quote !== "'") return undefined
  for (
    let open = text.indexOf(quote, from);
    open >= 0 && open < last - 2;
    open = text.indexOf(quote, open + 1)
  ) {
    let blankStart = open
    while (blankStart > from && (text[blankStart - 1] === ' ' || text[blankStart - 1] === '\t')) blankStart--
    if (blankStart < open) return { blankStart, open }
  }
  return undefined
}

type Rest = Pick<Parts, 'title' | 'titleStart' | 'end'>

/** An optional title, behind white space or on the next line, and then nothing but blanks. */
function matchRest(text: string, from: number, newline: number): Rest | undefined {
  const at = skipBlanks(text, from)
  if (at > from && at < newline) return matchTitle(text, at)
  if (at !== newline) return undefined
  return (
    matchTitle(text, skipBlanks(text, newline + 1)) ?? { title: undefined, titleStart: at, end: newline + 1 }
  )
}

function matchTitle(text: string, open: number): Rest | undefined {
  const quote = text[open]
  if (quote !== '"' && quote !== "'") return undefined
  const end = lineEnd(text, open)
  let last = end - 1
  if (text[last] !== '\n') return undefined
  while (last > open && (text[last - 1] === ' ' || text[last - 1] === '\t')) last--
  if (text[last - 1] !== quote || last - 1 - open < 2) return undefined
  return { title: text.slice(open + 1, last - 1), titleStart: open + 1, end }
}
